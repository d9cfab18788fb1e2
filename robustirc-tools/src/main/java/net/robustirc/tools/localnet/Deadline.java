package net.robustirc.tools.localnet;

import java.time.Duration;

/** A moment on the monotonic clock. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean over() {
        return System.nanoTime() - nanos > 0;
    }
}
