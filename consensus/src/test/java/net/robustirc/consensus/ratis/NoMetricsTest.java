package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.ratis.metrics.MetricRegistries;
import org.apache.ratis.metrics.MetricRegistryInfo;
import org.apache.ratis.metrics.RatisMetricRegistry;
import org.junit.jupiter.api.Test;

class NoMetricsTest {
    @Test
    void isWhatRatisFinds() {
        assertThat(MetricRegistries.global()).isInstanceOf(NoMetrics.class);
    }

    @Test
    void keepsNothing() {
        MetricRegistryInfo info = new MetricRegistryInfo("node1", "ratis", "server", "");
        RatisMetricRegistry registry = MetricRegistries.global().create(info);

        registry.counter("numRetries").inc();
        registry.timer("flushTime").time().stop();

        assertThat(registry.getMetricRegistryInfo()).isEqualTo(info);
        assertThat(registry.counter("numRetries").getCount()).isZero();
        assertThat(MetricRegistries.global().getMetricRegistries()).isEmpty();
    }
}
