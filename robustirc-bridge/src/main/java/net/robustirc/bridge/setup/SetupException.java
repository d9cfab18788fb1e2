package net.robustirc.bridge.setup;

/** The bridge cannot start; the message is one sentence for the operator. */
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and with which flag. */
    public SetupException(String message) {
        super(message);
    }

    /** Says what is wrong, and keeps what led to it. */
    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
