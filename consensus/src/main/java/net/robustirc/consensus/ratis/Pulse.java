package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.function.LongSupplier;
import net.robustirc.consensus.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that this process was stopped for a while, with its machine or alone. What reached its
 * sockets meanwhile may be of any age: its sender has long gone elsewhere, and the keys that would
 * tell a second copy may be gone too (design D4). So nothing is taken until that has been read.
 */
final class Pulse {
    /** Much less than the keys are kept for beyond the validity of a command. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    static final Duration REFUSAL = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final LongSupplier nanoTime;
    private final LongSupplier wallNanos;
    private volatile Beat last;
    private volatile long refusedUntil;

    private record Beat(long nanos, long wallNanos) {}

    /**
     * @param nanoTime stands still while the whole machine sleeps
     * @param wallNanos may be set at any time, which costs a few refusals
     */
    Pulse(LongSupplier nanoTime, LongSupplier wallNanos) {
        this.nanoTime = nanoTime;
        this.wallNanos = wallNanos;
        this.last = now();
        this.refusedUntil = last.nanos();
    }

    /** To be called several times a second. */
    void beat() {
        Beat now = now();
        Duration pause = since(last, now);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            LOG.warn(
                    "this process was stopped for {} s; it takes no commands for the next {} s",
                    pause.toSeconds(),
                    REFUSAL.toSeconds());
            refusedUntil = now.nanos() + REFUSAL.toNanos();
        }
        last = now;
    }

    /**
     * Before a command of a client is taken.
     *
     * @throws UnavailableException if it may have waited for long in a socket
     */
    void check() throws UnavailableException {
        Beat now = now();
        if (since(last, now).compareTo(LONGEST_PAUSE) > 0 || now.nanos() - refusedUntil < 0) {
            throw new UnavailableException("this node was stopped and has just gone on");
        }
    }

    private Beat now() {
        return new Beat(nanoTime.getAsLong(), wallNanos.getAsLong());
    }

    private static Duration since(Beat earlier, Beat later) {
        return Duration.ofNanos(
                Math.max(later.nanos() - earlier.nanos(), later.wallNanos() - earlier.wallNanos()));
    }
}
