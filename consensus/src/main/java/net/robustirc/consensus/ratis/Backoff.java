package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Rests after failures in a row, each time twice as long; for one thread. */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private long restNanos;
    private long doneNanos;

    Backoff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Tells how an attempt ended just now. */
    void done(boolean success) {
        doneNanos = nanoTime.getAsLong();
        restNanos =
                success ? 0 : Math.min(Math.max(FIRST.toNanos(), 2 * restNanos), LONGEST.toNanos());
    }

    boolean resting() {
        return restNanos > 0 && nanoTime.getAsLong() - doneNanos < restNanos;
    }
}
