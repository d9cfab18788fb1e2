package net.robustirc.war.auth;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long wrong passwords from one address have to wait: 100 ms, 200 ms and so on up to 5 s,
 * forgotten after a minute without one. Remembers a bounded number of addresses.
 */
public final class FailedLogins {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;
    private static final long FORGET_MILLIS = 60_000;
    private static final int MAX_ADDRESSES = 10_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final Map<String, Failure> failures = new BoundedMap<>(MAX_ADDRESSES);

    private record Failure(long millis, long delay) {}

    /** What becomes of a guess. */
    enum Verdict {
        RIGHT,
        /** Its answer has to wait. */
        WRONG,
        /** Nobody has looked at it: the address has to wait first. */
        UNHEARD
    }

    /**
     * A verdict and its wait.
     *
     * @param waitMillis until the answer is due, or until the address is heard again
     */
    record Judgement(Verdict verdict, long waitMillis) {}

    /**
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public FailedLogins(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Judges a guess, one at a time, so that guesses sent at once gain nothing: while the answer to
     * a wrong one of that address is due, others are not looked at.
     */
    synchronized Judgement judge(String address, BooleanSupplier right) {
        long wait = waitMillis(address);
        if (wait > 0) {
            return new Judgement(Verdict.UNHEARD, wait);
        }
        return judgeAnyway(address, right);
    }

    /** The same without the wait before: nobody on this machine can lock its administrator out. */
    synchronized Judgement judgeAnyway(String address, BooleanSupplier right) {
        return right.getAsBoolean()
                ? new Judgement(Verdict.RIGHT, 0)
                : new Judgement(Verdict.WRONG, delayMillis(address));
    }

    private long waitMillis(String address) {
        Failure last = failures.get(address);
        return last == null ? 0 : last.millis() + last.delay() - now();
    }

    /** Counts a failure and says how long its answer has to wait, in milliseconds. */
    synchronized long delayMillis(String address) {
        long now = now();
        Failure last = failures.remove(address);
        boolean fresh = last == null || now - last.millis() > FORGET_MILLIS;
        long delay = fresh ? FIRST_MILLIS : Math.min(LONGEST_MILLIS, 2 * last.delay());
        failures.put(address, new Failure(now, delay));
        return delay;
    }

    private long now() {
        return nanoTime.getAsLong() / NANOS_PER_MILLI;
    }
}
