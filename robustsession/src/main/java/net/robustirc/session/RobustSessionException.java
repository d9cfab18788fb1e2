package net.robustirc.session;

/** A request to the network failed for good; the message is one sentence fit for a user. */
public final class RobustSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure without a cause worth keeping. */
    public RobustSessionException(String message) {
        super(message);
    }

    /** A failure with what led to it. */
    public RobustSessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
