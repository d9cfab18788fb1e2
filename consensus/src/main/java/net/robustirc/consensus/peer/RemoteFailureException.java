package net.robustirc.consensus.peer;

import java.io.IOException;

/** The other node has answered that it cannot; the connection is fine. */
public final class RemoteFailureException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    /**
     * @param message what the other node said
     * @param refused whether asking again is in vain
     */
    public RemoteFailureException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** Whether asking again is in vain. */
    public boolean refused() {
        return refused;
    }
}
