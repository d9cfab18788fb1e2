package net.robustirc.statemachine.entry;

/**
 * Names a session: the message id of the command that created it. Above 2^62 and below 2^63, never
 * used twice. Pseudo-clients of services have ids below 2^62.
 */
public record SessionId(long value) implements Comparable<SessionId> {
    /** Ids of what has no stream begin this much below the message ids. */
    private static final long STREAMLESS = 1L << 62;

    /**
     * Names a pseudo-client of services, introduced by the command with that message id: below all
     * sessions, so that the pseudo-clients among the members of a channel come first.
     */
    public static SessionId pseudoClient(long messageId) {
        return new SessionId(messageId - STREAMLESS);
    }

    /** Whether it is a pseudo-client's, which has no stream: its link gets what it is told. */
    public boolean isPseudoClient() {
        return value < STREAMLESS;
    }

    @Override
    public int compareTo(SessionId other) {
        return Long.compare(value, other.value);
    }

    /** The form in URLs and host names: {@code 0x} and lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
