package net.robustirc.tools.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts and latencies, in microseconds, since it was last emptied. */
final class Meter {
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final Recorder acknowledged = new Recorder(HIGHEST_MICROS, DIGITS);
    private final Recorder deliveredSameNode = new Recorder(HIGHEST_MICROS, DIGITS);
    private final Recorder deliveredOtherNode = new Recorder(HIGHEST_MICROS, DIGITS);

    /** What happened in a stretch of time. */
    record Reading(
            Histogram acknowledged, Histogram deliveredSameNode, Histogram deliveredOtherNode) {

        Histogram delivered() {
            Histogram all = deliveredSameNode.copy();
            all.add(deliveredOtherNode);
            return all;
        }
    }

    void acknowledged(long nanos) {
        acknowledged.recordValue(micros(nanos));
    }

    void delivered(long nanos, boolean sameNode) {
        (sameNode ? deliveredSameNode : deliveredOtherNode).recordValue(micros(nanos));
    }

    /** Takes out what was counted since the last time. */
    Reading take() {
        return new Reading(
                acknowledged.getIntervalHistogram(),
                deliveredSameNode.getIntervalHistogram(),
                deliveredOtherNode.getIntervalHistogram());
    }

    private static long micros(long nanos) {
        return Math.min(HIGHEST_MICROS, Math.max(0, nanos / 1000));
    }
}
