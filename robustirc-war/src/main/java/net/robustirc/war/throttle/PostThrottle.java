package net.robustirc.war.throttle;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Holds a session back that posts too fast: 1 ms after the first post, then 2, 4, 8 ... up to
 * PostMessageCooloff, until it has been silent for that long (http-api.md 3.6). No thread waits.
 */
public final class PostThrottle {
    private static final long MILLI = 1_000_000;
    private static final int HIGHEST_EXPONENT = 40;

    private final Later later;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<SessionId, Pace> paces = new ConcurrentHashMap<>();

    /** When the session's newest post was let through, and the exponent of its next delay. */
    private record Pace(long nanos, int exponent) {}

    /** Runs an action after some nanoseconds, on a thread of its own. */
    public interface Later {
        void run(Runnable action, long nanos);
    }

    /**
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public PostThrottle(Later later, LongSupplier nanoTime) {
        this.later = later;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs the action, at once or after at most {@code cooloffNanos}, on the timer's thread then.
     *
     * @param cooloffNanos 0 lets everything through
     */
    public void hold(SessionId session, long cooloffNanos, Runnable action) {
        long delay = cooloffNanos == 0 ? 0 : delay(session, cooloffNanos);
        if (delay <= 0) {
            action.run();
            return;
        }
        later.run(action, delay);
    }

    private long delay(SessionId session, long cooloff) {
        long now = nanoTime.getAsLong();
        Pace next = paces.compute(session, (id, last) -> next(last, now, cooloff));
        return next.nanos() - now;
    }

    private static Pace next(Pace last, long now, long cooloff) {
        if (last == null || now - last.nanos() > cooloff) {
            return new Pace(now, 0);
        }
        long wanted = MILLI << last.exponent();
        long delay = Math.min(wanted, cooloff);
        int exponent =
                wanted < cooloff
                        ? Math.min(last.exponent() + 1, HIGHEST_EXPONENT)
                        : last.exponent();
        long due = Math.max(now, last.nanos() + delay);
        return new Pace(Math.min(due, now + cooloff), exponent);
    }

    /** Forgets sessions that have been silent for so long that they start afresh anyway. */
    public void forget(long cooloffNanos) {
        long now = nanoTime.getAsLong();
        paces.values().removeIf(pace -> now - pace.nanos() > cooloffNanos);
    }

    /** How many sessions it remembers. */
    public int size() {
        return paces.size();
    }
}
