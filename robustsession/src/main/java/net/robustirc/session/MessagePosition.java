package net.robustirc.session;

/**
 * Where a line stands in the network's output: the message that caused it and the reply's number
 * within that. Both are opaque unsigned 64-bit numbers.
 */
public record MessagePosition(long id, long reply) implements Comparable<MessagePosition> {
    /** Before every line of a session. */
    public static final MessagePosition START = new MessagePosition(0, 0);

    @Override
    public int compareTo(MessagePosition other) {
        int byId = Long.compareUnsigned(id, other.id);
        return byId != 0 ? byId : Long.compareUnsigned(reply, other.reply);
    }

    /** The text form of the {@code lastseen} parameter, {@code id.reply} in decimal. */
    @Override
    public String toString() {
        return Long.toUnsignedString(id) + '.' + Long.toUnsignedString(reply);
    }
}
