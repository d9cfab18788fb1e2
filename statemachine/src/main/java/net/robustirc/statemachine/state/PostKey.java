package net.robustirc.statemachine.state;

import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.SubmissionId;

/**
 * What makes two posts to one session the same (design D4): the client's message id with the hash
 * of the line, or where the client gave none the submission id.
 */
public record PostKey(long high, long low) {
    /** Set where the key is of a submission, so that it never equals one of a line. */
    private static final long SUBMISSION = Long.MIN_VALUE;

    /** Odd, and its bits follow no pattern: the golden ratio. */
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    /** The key of a line. */
    public static PostKey of(Command.IrcLine line, SubmissionId submission) {
        return line.clientMessageId() == 0
                ? new PostKey(submission.sequence(), submission.node() | SUBMISSION)
                : new PostKey(line.clientMessageId(), hash(line.line()));
    }

    /**
     * 63 bits of the line: a client that takes an id for two lines loses neither. Each step can be
     * undone, so that lines of one length that differ in one character never share a hash; it costs
     * a multiplication a character.
     */
    private static long hash(String line) {
        long hash = line.length();
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash & ~SUBMISSION;
    }
}
