package net.robustirc.statemachine.entry;

/**
 * Names a session: the message id of the command that created it. Above 2^62 and below 2^63, never
 * used twice.
 */
public record SessionId(long value) implements Comparable<SessionId> {
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
