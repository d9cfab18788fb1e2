package net.robustirc.statemachine.state;

/**
 * When a session last did something.
 *
 * @param postNanos entry time of its newest post, Unix nanoseconds
 * @param postIdle idle clock at that post: expiry is judged on it
 * @param spokeNanos entry time of its newest line that was no PING or PONG: WHOIS shows it
 * @param knockedNanos entry time of its newest KNOCK that was delivered; 0 if there was none
 * @param renamedNanos when its changes of nick will be forgotten; 0 if there was none
 * @param answeredNanos when its long answers will be forgotten; 0 if there was none
 */
public record Activity(
        long postNanos,
        long postIdle,
        long spokeNanos,
        long knockedNanos,
        long renamedNanos,
        long answeredNanos) {
    /** A change of nick is forgotten after this time, one after the other. */
    private static final long RENAME_NANOS = 4_000_000_000L;

    /** Changes of nick that are possible at once. */
    private static final int MAX_RENAMES = 5;

    /** A line of a long answer is forgotten after this time, one after the other. */
    private static final long ANSWER_NANOS = 50_000_000L;

    /** Lines of long answers that are remembered before there is no further one. */
    private static final int MAX_ANSWERED = 30_000;

    static Activity at(Clock clock) {
        return new Activity(clock.timeNanos(), clock.idleNanos(), clock.timeNanos(), 0, 0, 0);
    }

    Activity posted(Clock clock) {
        return new Activity(
                clock.timeNanos(),
                clock.idleNanos(),
                spokeNanos,
                knockedNanos,
                renamedNanos,
                answeredNanos);
    }

    Activity spoke() {
        return new Activity(
                postNanos, postIdle, postNanos, knockedNanos, renamedNanos, answeredNanos);
    }

    public Activity knocked(long timeNanos) {
        return new Activity(
                postNanos, postIdle, spokeNanos, timeNanos, renamedNanos, answeredNanos);
    }

    /** Whether the newest KNOCK was less than that time ago. */
    public boolean knockedWithin(long pauseNanos, long nowNanos) {
        return knockedNanos != 0 && nowNanos - knockedNanos < pauseNanos;
    }

    /** Whether it may change its nick: five times at once, then every four seconds. */
    public boolean mayRename(long nowNanos) {
        return renamedNanos - nowNanos <= (MAX_RENAMES - 1) * RENAME_NANOS;
    }

    /** The same after a change of nick. */
    public Activity renamed(long nowNanos) {
        long until = Math.max(renamedNanos, nowNanos) + RENAME_NANOS;
        return new Activity(postNanos, postIdle, spokeNanos, knockedNanos, until, answeredNanos);
    }

    /** Whether it may be given a long answer: some at once, then 20 lines a second. */
    public boolean mayBeAnswered(long nowNanos) {
        return answeredNanos - nowNanos <= MAX_ANSWERED * ANSWER_NANOS;
    }

    /** The same after a long answer. */
    public Activity answered(int lines, long nowNanos) {
        long until = Math.max(answeredNanos, nowNanos) + lines * ANSWER_NANOS;
        return new Activity(postNanos, postIdle, spokeNanos, knockedNanos, renamedNanos, until);
    }
}
