package net.robustirc.session;

import java.util.concurrent.CompletableFuture;

/** One session on the network. All methods may be called from any thread and return at once. */
public final class RobustSession {
    private final String id;
    private final String prefix;

    RobustSession(String id, String prefix) {
        this.id = id;
        this.prefix = prefix;
    }

    /** The session's name in URLs; treat it as opaque and keep it from users. */
    public String id() {
        return id;
    }

    /** The network's name as IRC server prefix, without the colon. */
    public String prefix() {
        return prefix;
    }

    /**
     * Posts one line after all earlier ones, under a fresh ClientMessageId; completes when the
     * network has taken it, fails with {@link RobustSessionException}.
     */
    public CompletableFuture<Void> post(String line) {
        return CompletableFuture.failedFuture(new RobustSessionException("not yet"));
    }

    /** Posts under a given ClientMessageId, an unsigned number other than zero. */
    public CompletableFuture<Void> post(String line, long clientMessageId) {
        return CompletableFuture.failedFuture(new RobustSessionException("not yet"));
    }

    /**
     * Ends the session: reading stops at once, queued posts and the DELETE get {@link
     * Timeouts#delete()} in the background.
     */
    public CompletableFuture<Void> delete(String quitText) {
        return CompletableFuture.failedFuture(new RobustSessionException("not yet"));
    }

    /** Stops reading from the network; the lines of one read may still arrive. */
    public void pauseReceiving() {}

    /** Goes on reading. */
    public void resumeReceiving() {}
}
