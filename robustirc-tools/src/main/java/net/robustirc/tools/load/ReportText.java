package net.robustirc.tools.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import net.robustirc.tools.load.LeaderKiller.Kill;
import net.robustirc.tools.load.LoadReport.Latency;

/** A report for people. */
final class ReportText {
    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(LoadReport report) {
        ReportText text = new ReportText();
        text.line("sessions      %,d, set up in %.2f s", report.sessions(), report.setupSeconds());
        if (report.seconds() > 0) {
            text.window(report);
        }
        report.kills().forEach(text::kill);
        if (!report.kills().isEmpty()) {
            text.killSummary(report.kills());
        }
        text.line(
                "faults        %d lost, %d doubled, %d reordered (whole run)",
                report.faults().lost(), report.faults().doubled(), report.faults().reordered());
        if (report.errors().isEmpty()) {
            text.line("errors        none");
        }
        report.errors().forEach((what, count) -> text.line("errors        %d x %s", count, what));
        return text.text.toString();
    }

    private void window(LoadReport report) {
        line(
                "lines         %,d in %.1f s: %,.0f lines/s; %,d deliveries",
                report.lines(), report.seconds(), report.linesPerSecond(), report.deliveries());
        latency("ack", report.ack());
        latency("delivery", report.delivery());
        latency("other nodes", report.deliveryOtherNodes());
        report.processes()
                .forEach(
                        (name, use) ->
                                line(
                                        "%-13s CPU %.1f s (%.0f%% of a core), memory %.0f MB",
                                        name,
                                        use.cpuSeconds(),
                                        100 * use.cpuSeconds() / report.seconds(),
                                        use.residentMegabytes()));
    }

    private void latency(String name, Latency latency) {
        if (latency.count() > 0) {
            line(
                    "%-13s p50 %.2f ms, p90 %.2f, p99 %.2f, max %.2f",
                    name, latency.p50(), latency.p90(), latency.p99(), latency.max());
        }
    }

    private void kill(Kill kill) {
        line(
                "kill -9       node %d: first post through after %d ms, every poster after %d ms;"
                        + " node back after %d ms",
                kill.node(), kill.firstPost(), kill.allPosters(), kill.nodeBack());
    }

    private void killSummary(List<Kill> kills) {
        line(
                "kills         first post: median %d ms, max %d ms; every poster: median %d ms, max"
                        + " %d ms",
                median(kills, Kill::firstPost),
                max(kills, Kill::firstPost),
                median(kills, Kill::allPosters),
                max(kills, Kill::allPosters));
    }

    private static long median(List<Kill> kills, ToLongFunction<Kill> value) {
        return sorted(kills, value)[kills.size() / 2];
    }

    private static long max(List<Kill> kills, ToLongFunction<Kill> value) {
        return sorted(kills, value)[kills.size() - 1];
    }

    private static long[] sorted(List<Kill> kills, ToLongFunction<Kill> value) {
        long[] values = kills.stream().mapToLong(value).toArray();
        Arrays.sort(values);
        return values;
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
