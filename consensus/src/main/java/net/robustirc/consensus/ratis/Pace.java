package net.robustirc.consensus.ratis;

/**
 * How long commands gather when a batch is done: its outcomes make clients send their next
 * commands, and those shall share an entry. So a batch waits until as many have come as went
 * before, but for no longer than that took. A lone client never waits.
 */
final class Pace {
    static final long MAX_WAIT_NANOS = 10_000_000;

    private int expected;
    private long deadline;

    /**
     * A batch is done.
     *
     * @param commands how many it held
     * @param tookNanos from its start until its outcomes were known
     */
    void done(int commands, long tookNanos, long nowNanos) {
        expected = commands;
        deadline = nowNanos + Math.min(tookNanos, MAX_WAIT_NANOS);
    }

    /** Nanoseconds for which the next batch shall still gather; 0 if it shall go. */
    long delay(int gathered, long nowNanos) {
        return gathered >= expected ? 0 : Math.max(0, deadline - nowNanos);
    }
}
