package net.robustirc.statemachine.state;

/**
 * When a session last did something.
 *
 * @param postNanos entry time of its newest post, Unix nanoseconds
 * @param postIdle idle clock at that post: expiry is judged on it
 * @param spokeNanos entry time of its newest line that was no PING or PONG: WHOIS shows it
 */
public record Activity(long postNanos, long postIdle, long spokeNanos) {
    static Activity at(Clock clock) {
        return new Activity(clock.timeNanos(), clock.idleNanos(), clock.timeNanos());
    }

    Activity posted(Clock clock) {
        return new Activity(clock.timeNanos(), clock.idleNanos(), spokeNanos);
    }

    Activity spoke() {
        return new Activity(postNanos, postIdle, postNanos);
    }
}
