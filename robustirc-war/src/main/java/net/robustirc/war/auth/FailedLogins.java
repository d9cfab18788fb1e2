package net.robustirc.war.auth;

import java.util.LinkedHashMap;
import java.util.Map;
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
    private final Map<String, Failure> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
                    return size() > MAX_ADDRESSES;
                }
            };

    private record Failure(long millis, long delay) {}

    /**
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public FailedLogins(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts a failure and says how long its answer has to wait, in milliseconds. */
    public synchronized long delayMillis(String address) {
        long now = nanoTime.getAsLong() / NANOS_PER_MILLI;
        Failure last = failures.remove(address);
        boolean fresh = last == null || now - last.millis() > FORGET_MILLIS;
        long delay = fresh ? FIRST_MILLIS : Math.min(LONGEST_MILLIS, 2 * last.delay());
        failures.put(address, new Failure(now, delay));
        return delay;
    }
}
