package net.robustirc.war.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.war.failure.Answers;

/** All meters of the node. */
public final class NodeMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestTimers requests = new RequestTimers(registry);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public NodeMetrics(Consensus consensus) {
        process();
        state(consensus);
        raft(consensus);
    }

    private void process() {
        garbageCollection.bindTo(registry);
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(meters -> meters.bindTo(registry));
    }

    private void state(Consensus consensus) {
        gauge("irc.sessions", "Sessions", consensus, c -> c.view().sessionCount());
        gauge(
                "irc.session.limit",
                "Most sessions allowed, 0 is unlimited",
                consensus,
                c -> c.view().config().limits().maxSessions());
        gauge("irc.channels", "Channels", consensus, c -> c.view().channelCount());
        gauge(
                "irc.channel.limit",
                "Most channels allowed, 0 is unlimited",
                consensus,
                c -> c.view().config().limits().maxChannels());
    }

    private void raft(Consensus consensus) {
        gauge(
                "raft.isleader",
                "1 on the leader",
                consensus,
                c -> c.status().role() == Role.LEADER ? 1 : 0);
        gauge("raft.term", "Raft term", consensus, c -> c.status().term());
        gauge("raft.applied.index", "Applied up to", consensus, c -> c.status().appliedIndex());
        gauge("raft.commit.index", "Committed up to", consensus, c -> c.status().commitIndex());
        gauge(
                "raft.leader.last.contact.seconds",
                "Time since a leader was heard of",
                consensus,
                c -> c.status().lastContact().toNanos() / 1e9);
        gauge("raft.ready", "1 while the node takes posts", consensus, c -> ready(c.status()));
    }

    private static double ready(NodeStatus status) {
        return status.notReady().isPresent() ? 0 : 1;
    }

    /** Adds a number that is looked up when it is asked for. */
    public <T> void gauge(String name, String help, T object, ToDoubleFunction<T> value) {
        Gauge.builder(name, object, value)
                .description(help)
                .strongReference(true)
                .register(registry);
    }

    /** Counts and times answers. */
    public Answers.Observer requests() {
        return requests;
    }

    /** Everything in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
