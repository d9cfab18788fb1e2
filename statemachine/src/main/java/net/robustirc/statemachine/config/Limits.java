package net.robustirc.statemachine.config;

/**
 * How much and how long.
 *
 * @param sessionExpirationNanos idle limit of a session; output is kept as long
 * @param postMessageCooloffNanos ceiling of the delay for a session that posts too fast; 0 is off
 * @param maxSessions 0 is unlimited
 * @param maxChannels 0 is unlimited
 * @param maxChannelsPerUser channels that one session may be on; announced as CHANLIMIT
 * @param maxListEntries masks on one channel, all lists together; announced as MAXLIST
 */
public record Limits(
        long sessionExpirationNanos,
        long postMessageCooloffNanos,
        long maxSessions,
        long maxChannels,
        int maxChannelsPerUser,
        int maxListEntries) {

    private static final long MILLI = 1_000_000L;
    private static final long MINUTE = 60_000 * MILLI;

    public static final Limits DEFAULT = new Limits(30 * MINUTE, 500 * MILLI, 0, 0, 250, 100);

    /** The same with another idle limit. */
    public Limits withSessionExpiration(long nanos) {
        return new Limits(
                nanos,
                postMessageCooloffNanos,
                maxSessions,
                maxChannels,
                maxChannelsPerUser,
                maxListEntries);
    }

    /** The same with another number of sessions and of channels. */
    public Limits withMost(long sessions, long channels) {
        return new Limits(
                sessionExpirationNanos,
                postMessageCooloffNanos,
                sessions,
                channels,
                maxChannelsPerUser,
                maxListEntries);
    }
}
