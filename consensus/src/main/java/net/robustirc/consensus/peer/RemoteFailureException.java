package net.robustirc.consensus.peer;

import java.io.IOException;

/** The other node has answered that it cannot; the connection is fine. */
public final class RemoteFailureException extends IOException {
    private static final long serialVersionUID = 1;

    RemoteFailureException(String message) {
        super(message);
    }
}
