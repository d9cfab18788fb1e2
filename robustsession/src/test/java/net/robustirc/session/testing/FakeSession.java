package net.robustirc.session.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session as the fake network keeps it, the same seen from each server. */
public final class FakeSession {
    private final String id;
    private final String auth;
    private final List<Post> posts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Optional<String> quitText = Optional.empty();
    private boolean gone;
    private int streams;
    private final Set<Long> clientMessageIds = new HashSet<>();

    /** One line taken from the client, repetitions left out. */
    public record Post(String data, long clientMessageId, int server) {}

    record Line(long id, long reply, String data) {}

    FakeSession(String id, String auth) {
        this.id = id;
        this.auth = auth;
    }

    /** Its name in URLs. */
    public String id() {
        return id;
    }

    String auth() {
        return auth;
    }

    /** Takes a line unless it repeats an earlier one. */
    synchronized void post(Post post) {
        if (clientMessageIds.add(post.clientMessageId())) {
            posts.add(post);
        }
    }

    /** The lines taken so far. */
    public synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    /** The texts of the lines taken so far. */
    public synchronized List<String> postedLines() {
        return posts.stream().map(Post::data).toList();
    }

    /** Sends the client a line, as the next one. */
    public synchronized void say(String data) {
        lines.add(new Line(100 + lines.size(), 1, data));
        notifyAll();
    }

    /** Removes it from the network: its streams end, later requests get 404. */
    public synchronized void kill() {
        gone = true;
        notifyAll();
    }

    synchronized void delete(String text) {
        quitText = Optional.of(text);
        kill();
    }

    /** The quit text of its DELETE, once there was one. */
    public synchronized Optional<String> quitText() {
        return quitText;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** Opens a stream; the one before it ends, as on a real server. */
    synchronized int openStream() {
        notifyAll();
        return ++streams;
    }

    /** How many streams have been opened. */
    public synchronized int streamsOpened() {
        return streams;
    }

    synchronized boolean isCurrent(int stream) {
        return !gone && stream == streams;
    }

    /** The next line behind a position, waiting for it up to a while. */
    synchronized Optional<Line> awaitLineAfter(long seenId, int stream, long millis)
            throws InterruptedException {
        Optional<Line> next = lineAfter(seenId);
        if (next.isEmpty() && isCurrent(stream)) {
            wait(millis);
            next = lineAfter(seenId);
        }
        return next;
    }

    private Optional<Line> lineAfter(long seenId) {
        return lines.stream().filter(line -> line.id() > seenId).findFirst();
    }
}
