package net.robustirc.tools.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import net.robustirc.tools.load.LeaderKiller.Kill;
import net.robustirc.tools.load.Ledger.Faults;
import org.HdrHistogram.Histogram;

/**
 * What a run found; printed as text or JSON.
 *
 * @param sessions that took part
 * @param setupSeconds until all of them were created, registered, joined and streaming
 * @param seconds of the measured window; what follows but the faults is of that window
 * @param lines acknowledged
 * @param linesPerSecond acknowledged
 * @param deliveries of lines to readers
 * @param ack time from sending a line to its acknowledgement
 * @param delivery time from sending a line to a reader having it
 * @param deliveryOtherNodes the same, where the reader reads from another node than was posted to
 * @param errors posts that failed, and sessions that ended, over the whole run
 * @param faults over the whole run
 * @param processes CPU and memory, by process
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LoadReport(
        int sessions,
        double setupSeconds,
        double seconds,
        long lines,
        double linesPerSecond,
        long deliveries,
        Latency ack,
        Latency delivery,
        Latency deliveryOtherNodes,
        List<Kill> kills,
        Map<String, Long> errors,
        Faults faults,
        Map<String, Use> processes) {

    /** In milliseconds. */
    record Latency(long count, double p50, double p90, double p99, double max) {
        private static final double MICROS = 1000;

        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getTotalCount(),
                    micros.getValueAtPercentile(50) / MICROS,
                    micros.getValueAtPercentile(90) / MICROS,
                    micros.getValueAtPercentile(99) / MICROS,
                    micros.getTotalCount() == 0 ? 0 : micros.getMaxValue() / MICROS);
        }
    }

    /**
     * Of one process.
     *
     * @param cpuSeconds within the window
     * @param residentMegabytes at its end
     */
    record Use(double cpuSeconds, double residentMegabytes) {}

    /** Whether nothing went wrong. */
    boolean clean() {
        return !faults.any() && errors.isEmpty();
    }
}
