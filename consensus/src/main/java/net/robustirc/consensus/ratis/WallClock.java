package net.robustirc.consensus.ratis;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clock of this machine. */
final class WallClock {
    private WallClock() {}

    /** Unix nanoseconds, as precise as the machine gives them. */
    static long nanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
