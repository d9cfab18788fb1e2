package net.robustirc.statemachine.state;

/**
 * When a session last did something.
 *
 * @param postNanos entry time of its newest post, Unix nanoseconds
 * @param postIdle idle clock at that post: expiry is judged on it
 * @param spokeNanos entry time of its newest line that was no PING or PONG: WHOIS shows it
 * @param knockedNanos entry time of its newest KNOCK that was delivered; 0 if there was none
 */
public record Activity(long postNanos, long postIdle, long spokeNanos, long knockedNanos) {
    static Activity at(Clock clock) {
        return new Activity(clock.timeNanos(), clock.idleNanos(), clock.timeNanos(), 0);
    }

    Activity posted(Clock clock) {
        return new Activity(clock.timeNanos(), clock.idleNanos(), spokeNanos, knockedNanos);
    }

    Activity spoke() {
        return new Activity(postNanos, postIdle, postNanos, knockedNanos);
    }

    public Activity knocked(long timeNanos) {
        return new Activity(postNanos, postIdle, spokeNanos, timeNanos);
    }

    /** Whether the newest KNOCK was less than that time ago. */
    public boolean knockedWithin(long pauseNanos, long nowNanos) {
        return knockedNanos != 0 && nowNanos - knockedNanos < pauseNanos;
    }
}
