package net.robustirc.session.server;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What speaks against one server at the moment. Guarded by the pool. */
final class Health {
    private static final long FIRST_BACKOFF = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_BACKOFF = TimeUnit.SECONDS.toNanos(60);
    private static final long FIRST_REST = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_SUSPICION = TimeUnit.SECONDS.toNanos(60);
    private static final int EXPONENT_LIMIT = 10;

    private int failures;
    private int refusals;
    private long usableAt;
    private long updatedAt;
    private boolean suspected;
    private long silentSince;

    Health(long now) {
        usableAt = now;
        updatedAt = now;
    }

    /** Could not be reached or broke off: 1, 2, 4 … 60 s. */
    void failed(long now, RandomGenerator random) {
        failures = Math.min(failures + 1, EXPONENT_LIMIT);
        rest(now, Math.min(FIRST_BACKOFF << failures - 1, LONGEST_BACKOFF), random);
    }

    /** Answered that it cannot serve now: 250, 500 ms, 1, 2, 2 … s. */
    void refused(long now, RandomGenerator random) {
        failures = 0;
        suspected = false;
        refusals = Math.min(refusals + 1, EXPONENT_LIMIT);
        rest(now, Math.min(FIRST_REST << refusals - 1, LONGEST_REST), random);
    }

    /** Gave no sign of life, not even when asked at that time. */
    void suspect(long askedAt) {
        suspected = true;
        silentSince = askedAt;
    }

    /** Nobody having asked again, it is forgotten after a while. */
    boolean isSuspect(long now) {
        return suspected && now - silentSince < LONGEST_SUSPICION;
    }

    /** Whether it is suspect for a silence that goes on since before that time. */
    boolean isSilentSince(long heardAt, long now) {
        return isSuspect(now) && heardAt - silentSince < 0;
    }

    /** Up to a quarter on top, so that many clients do not come back at once. */
    private void rest(long now, long nanos, RandomGenerator random) {
        usableAt = now + nanos + random.nextLong(nanos / 4);
        updatedAt = now;
    }

    /** The back-off is over for now; should it fail again, the next one is as long as ever. */
    void tryAgain(long now) {
        if (isUnreachable() && !isUsable(now)) {
            usableAt = now;
        }
    }

    boolean isUnreachable() {
        return failures > 0 || suspected;
    }

    boolean isUsable(long now) {
        return now - usableAt >= 0;
    }

    long nanosUntilUsable(long now) {
        return Math.max(0, usableAt - now);
    }

    /** Whether something that began at that time is the incident already counted here. */
    boolean hasCounted(long startedAt) {
        return startedAt - updatedAt < 0;
    }
}
