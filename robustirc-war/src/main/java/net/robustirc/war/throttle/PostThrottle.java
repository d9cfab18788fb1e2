package net.robustirc.war.throttle;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Holds a session back that posts too fast: 1 ms after the first post, then 2, 4, 8 ... up to
 * PostMessageCooloff, until it has been silent for that long (http-api.md 3.6). Who waits for each
 * answer before the next post never waits longer; who does not is refused. No thread waits.
 */
public final class PostThrottle {
    private static final long MILLI = 1_000_000;
    private static final int HIGHEST_EXPONENT = 40;

    private final Later later;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<SessionId, Pace> paces = new ConcurrentHashMap<>();

    /**
     * How far a session has come.
     *
     * @param nanos when its newest post was or is let through
     * @param exponent of its next delay
     * @param taken false if the post that asked last is refused and changed nothing
     */
    private record Pace(long nanos, int exponent, boolean taken) {}

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
     * @return false if it would have to wait longer, so that it will not run
     */
    public boolean hold(SessionId session, long cooloffNanos, Runnable action) {
        if (cooloffNanos == 0) {
            action.run();
            return true;
        }
        long now = nanoTime.getAsLong();
        Pace pace = paces.compute(session, (id, last) -> next(last, now, cooloffNanos));
        if (!pace.taken()) {
            return false;
        }
        if (pace.nanos() - now <= 0) {
            action.run();
        } else {
            later.run(action, pace.nanos() - now);
        }
        return true;
    }

    private static Pace next(Pace last, long now, long cooloff) {
        if (last == null || now - last.nanos() > cooloff) {
            return new Pace(now, 0, true);
        }
        long wanted = MILLI << last.exponent();
        long due = last.nanos() + Math.min(wanted, cooloff);
        if (due - now > cooloff) {
            return new Pace(last.nanos(), last.exponent(), false);
        }
        int exponent =
                wanted < cooloff
                        ? Math.min(last.exponent() + 1, HIGHEST_EXPONENT)
                        : last.exponent();
        return new Pace(due - now < 0 ? now : due, exponent, true);
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
