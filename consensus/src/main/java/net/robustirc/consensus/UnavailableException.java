package net.robustirc.consensus;

/**
 * The command was not done, or nobody knows whether it was: no leader, overload, starting,
 * stopping. HTTP says 503.
 */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    /** One sentence for the client. */
    public UnavailableException(String message) {
        super(message);
    }
}
