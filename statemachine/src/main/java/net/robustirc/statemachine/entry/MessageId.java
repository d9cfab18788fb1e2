package net.robustirc.statemachine.entry;

/**
 * Position of a line in the output: the id of the command that caused it and the number of the line
 * within that command's output, from 1. Reply 0 is the position of the command itself, before its
 * first line. On the wire {@code Id.Reply}, both decimal.
 */
public record MessageId(long id, int reply) implements Comparable<MessageId> {
    /** Before everything: where a stream without {@code lastseen} begins. */
    public static final MessageId START = new MessageId(0, 0);

    @Override
    public int compareTo(MessageId other) {
        int byId = Long.compare(id, other.id);
        return byId != 0 ? byId : Integer.compare(reply, other.reply);
    }

    @Override
    public String toString() {
        return id + "." + reply;
    }
}
