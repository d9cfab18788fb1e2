package net.robustirc.session;

import java.util.concurrent.CompletableFuture;

/** The servers of one network, shared by all its sessions in this process. */
public final class RobustNetwork implements AutoCloseable {
    private RobustNetwork() {}

    /**
     * Prepares for a network without contacting it.
     *
     * @throws IllegalArgumentException with a sentence for the operator if the server list or the
     *     CA file is unusable
     */
    public static RobustNetwork connect(NetworkOptions options) {
        return new RobustNetwork();
    }

    /** Creates a session; fails with {@link RobustSessionException}. */
    public CompletableFuture<RobustSession> createSession(
            SessionOptions options, SessionListener listener) {
        return CompletableFuture.failedFuture(new RobustSessionException("not yet"));
    }

    /** Ends all sessions on this side only and frees every thread and connection. */
    @Override
    public void close() {}
}
