package net.robustirc.session.wire;

/** A server said something that is not RobustSession. */
public final class MalformedAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong. */
    public MalformedAnswerException(String message) {
        super(message);
    }

    MalformedAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
