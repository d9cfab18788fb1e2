package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class ProcessUseTest {
    @Test
    void cpuTime_isWhatTheJvmSays() {
        ProcessHandle self = ProcessHandle.current();
        double before = cpuSeconds(self);
        double measured = ProcessUse.of(self.pid()).orElseThrow().cpuSeconds();
        double after = cpuSeconds(self);

        assertThat(measured).isBetween(before - 0.05, after + 0.05);
    }

    @Test
    void memory_holdsAtLeastTheUsedHeap() {
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        assertThat(ProcessUse.of(ProcessHandle.current().pid()).orElseThrow().residentBytes())
                .isGreaterThan(used);
    }

    @Test
    void process_thatIsNotThere_isEmpty() {
        assertThat(ProcessUse.of(Long.MAX_VALUE)).isEmpty();
    }

    private static double cpuSeconds(ProcessHandle handle) {
        Duration duration = handle.info().totalCpuDuration().orElseThrow();
        return duration.toNanos() / 1e9;
    }
}
