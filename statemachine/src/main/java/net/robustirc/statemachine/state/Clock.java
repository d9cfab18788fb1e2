package net.robustirc.statemachine.state;

/**
 * The network's time, moved by entries alone (design D11).
 *
 * @param timeNanos time of the newest entry, Unix nanoseconds, never falling; 0 before the first
 * @param idleNanos idle clock: counts entry time, but an outage or a clock step as little
 * @param createdNanos time of the first entry
 */
public record Clock(long timeNanos, long idleNanos, long createdNanos) {
    /** Most that the idle clock moves from one entry to the next. */
    private static final long MAX_IDLE_STEP_NANOS = 15_000_000_000L;

    public static final Clock START = new Clock(0, 0, 0);

    /** The clock once an entry with that stamp is applied. */
    Clock advanced(long stampNanos) {
        long time = Math.max(timeNanos, stampNanos);
        long idle = idleNanos + Math.min(MAX_IDLE_STEP_NANOS, time - timeNanos);
        return new Clock(time, idle, createdNanos == 0 ? time : createdNanos);
    }
}
