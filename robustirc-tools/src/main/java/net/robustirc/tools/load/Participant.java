package net.robustirc.tools.load;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.robustirc.session.MessagePosition;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.RobustSession;
import net.robustirc.session.SessionListener;
import net.robustirc.session.SessionOptions;
import net.robustirc.tools.ToolException;

/** One session: registers, joins its channel if it has one, then hands its lines on. */
final class Participant implements SessionListener {
    private final String nick;
    private final Optional<String> channel;
    private final Consumer<String> lines;
    private final Consumer<String> ended;
    private final Runnable repeated;
    private final CompletableFuture<Void> present = new CompletableFuture<>();
    private volatile CompletableFuture<RobustSession> session = new CompletableFuture<>();
    private volatile boolean leaving;

    /**
     * Nothing is sent yet.
     *
     * @param lines gets every line, on an I/O thread
     * @param ended gets the reason if the session ends before it {@linkplain #leave leaves}
     * @param repeated runs for each line that a server sends again
     */
    Participant(
            String nick,
            Optional<String> channel,
            Consumer<String> lines,
            Consumer<String> ended,
            Runnable repeated) {
        this.nick = nick;
        this.channel = channel;
        this.lines = lines;
        this.ended = ended;
        this.repeated = repeated;
    }

    /** Completes once it is registered, has joined, and reads its stream. */
    CompletableFuture<Void> enter(RobustNetwork network, SessionOptions options) {
        session = network.createSession(options, this);
        session.thenCompose(this::register).exceptionally(this::refused);
        return present;
    }

    CompletableFuture<Void> post(String line) {
        return session.join().post(line);
    }

    /** Ends the session; completes when the network knows. */
    CompletableFuture<Void> leave() {
        leaving = true;
        return session.thenCompose(entered -> entered.delete("load test over"));
    }

    @Override
    public void line(MessagePosition position, String line) {
        if (!present.isDone()) {
            greeted(line);
        }
        lines.accept(line);
    }

    @Override
    public void repeated(MessagePosition position) {
        repeated.run();
    }

    @Override
    public void ended(String reason) {
        present.completeExceptionally(new ToolException("A session ended: " + reason));
        if (!leaving) {
            ended.accept(reason);
        }
    }

    private CompletableFuture<Void> register(RobustSession entered) {
        entered.post("NICK " + nick).exceptionally(this::refused);
        CompletableFuture<Void> last = entered.post("USER load 0 * :load test");
        return channel.isPresent() ? entered.post("JOIN " + channel.get()) : last;
    }

    private Void refused(Throwable cause) {
        present.completeExceptionally(cause);
        return null;
    }

    private void greeted(String line) {
        String numeric = numeric(line);
        String awaited = channel.isPresent() ? "366" : "001";
        if (numeric.equals(awaited)) {
            present.complete(null);
        } else if (numeric.length() == 3 && numeric.charAt(0) == '4' && !numeric.equals("422")) {
            present.completeExceptionally(new ToolException("The network said: " + line));
        }
    }

    /** The word after the prefix. */
    private static String numeric(String line) {
        int begin = line.startsWith(":") ? line.indexOf(' ') + 1 : 0;
        int end = line.indexOf(' ', begin);
        return end < 0 ? line.substring(begin) : line.substring(begin, end);
    }
}
