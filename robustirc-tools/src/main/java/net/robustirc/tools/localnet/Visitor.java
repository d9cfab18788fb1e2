package net.robustirc.tools.localnet;

import java.util.concurrent.CompletableFuture;
import net.robustirc.session.MessagePosition;
import net.robustirc.session.RobustSession;
import net.robustirc.session.SessionListener;
import net.robustirc.tools.ToolException;

/**
 * A session that registers, joins a channel, speaks, reads the answer to its last word and goes.
 */
final class Visitor implements SessionListener {
    private static final String LAST_WORD = "farewell";

    private final CompletableFuture<Void> heard = new CompletableFuture<>();

    /** Completes when the session is over. */
    CompletableFuture<Void> visit(RobustSession session) {
        session.post("NICK visitor");
        session.post("USER visitor 0 * :visitor");
        session.post("JOIN #visitors");
        session.post("PRIVMSG #visitors :hello");
        return session.post("PING " + LAST_WORD)
                .thenCompose(posted -> heard)
                .thenCompose(read -> session.delete("visit over"));
    }

    @Override
    public void line(MessagePosition position, String line) {
        if (line.contains(LAST_WORD)) {
            heard.complete(null);
        }
    }

    @Override
    public void ended(String reason) {
        heard.completeExceptionally(new ToolException("The session ended: " + reason));
    }
}
