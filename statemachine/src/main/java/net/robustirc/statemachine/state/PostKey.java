package net.robustirc.statemachine.state;

import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.SubmissionId;

/**
 * What makes two posts to one session the same (design D4): the client's message id with the hash
 * of the line, or where the client gave none the submission id.
 */
public record PostKey(long high, long low) {
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;
    private static final long SUBMISSION = Long.MIN_VALUE;

    /**
     * The key of a line. {@link String#hashCode} is defined by the language, so it never differs.
     */
    public static PostKey of(Command.IrcLine line, SubmissionId submission) {
        return line.clientMessageId() == 0
                ? new PostKey(submission.sequence(), submission.node() | SUBMISSION)
                : new PostKey(line.clientMessageId(), line.line().hashCode() & UNSIGNED_INT);
    }
}
