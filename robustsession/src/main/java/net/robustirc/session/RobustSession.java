package net.robustirc.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.robustirc.session.wire.CreateAnswer;
import net.robustirc.session.wire.SessionRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session on the network. All methods may be called from any thread and return at once. */
public final class RobustSession {
    private static final Logger LOG = LoggerFactory.getLogger(RobustSession.class);

    private final CreateAnswer identity;
    private final Lane lane;
    private final SessionRequests requests;
    private final SessionOptions options;
    private final SessionListener listener;
    private final Consumer<RobustSession> gone;
    private final Availability availability;
    private final Receiver receiver;
    private final PostQueue posts;
    private final ClientMessageIds ids;
    private final AtomicInteger queued = new AtomicInteger();
    private boolean ended;
    private boolean over;
    private Farewell farewell;

    RobustSession(Lane lane, Setup setup, CreateAnswer identity) {
        this.lane = lane;
        this.identity = identity;
        this.options = setup.options();
        this.listener = setup.listener();
        this.gone = setup.gone();
        this.requests = SessionRequests.of(setup.identity(), identity);
        this.ids = new ClientMessageIds(lane.random());
        this.availability =
                new Availability(
                        lane.timers(),
                        lane.timeouts().stallNotice().toNanos(),
                        listener::available);
        this.receiver =
                new Receiver(
                        lane,
                        requests,
                        options.streamServer(),
                        new Receiver.Owner(availability, listener, this::fatal));
        this.posts = new PostQueue(lane, options.postServer(), availability, this::fatal);
    }

    /** What the owner brought, and who wants to know that the session is over. */
    record Setup(
            SessionOptions options,
            SessionListener listener,
            SessionRequests.Identity identity,
            Consumer<RobustSession> gone) {}

    void start() {
        receiver.start();
    }

    /** The session's name in URLs; treat it as opaque and keep it from users. */
    public String id() {
        return identity.sessionId();
    }

    /** The network's name as IRC server prefix, without the colon. */
    public String prefix() {
        return identity.prefix();
    }

    /**
     * Posts one line after all earlier ones, under a fresh ClientMessageId; completes when the
     * network has taken it, fails with {@link RobustSessionException}.
     */
    public CompletableFuture<Void> post(String line) {
        return enqueue(taken -> send(line, ids.next(), taken));
    }

    /** Posts under a given ClientMessageId, an unsigned number other than zero. */
    public CompletableFuture<Void> post(String line, long clientMessageId) {
        return enqueue(taken -> send(line, clientMessageId, taken));
    }

    private CompletableFuture<Void> enqueue(Consumer<CompletableFuture<Void>> send) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        if (queued.incrementAndGet() > options.maxQueuedPosts()) {
            queued.decrementAndGet();
            taken.completeExceptionally(new RobustSessionException("Too many lines are waiting"));
            return taken;
        }
        run(taken, () -> send.accept(taken));
        return taken;
    }

    private void send(String line, long clientMessageId, CompletableFuture<Void> taken) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        acknowledged.whenComplete((nothing, failure) -> dequeue(taken, failure));
        if (ended) {
            acknowledged.completeExceptionally(new RobustSessionException("The session is over"));
        } else {
            posts.add(requests.post(line, clientMessageId), acknowledged);
        }
    }

    private void dequeue(CompletableFuture<Void> taken, Throwable failure) {
        queued.decrementAndGet();
        if (failure == null) {
            taken.complete(null);
        } else {
            taken.completeExceptionally(failure);
        }
    }

    /**
     * Ends the session: reading stops at once, queued posts and the DELETE get {@link
     * Timeouts#delete()} in the background.
     */
    public CompletableFuture<Void> delete(String quitText) {
        CompletableFuture<Void> deleted = new CompletableFuture<>();
        run(deleted, () -> beginDelete(quitText, deleted));
        return deleted;
    }

    private void beginDelete(String quitText, CompletableFuture<Void> deleted) {
        if (ended) {
            deleted.complete(null);
            return;
        }
        Duration limit = lane.timeouts().delete();
        end("The session was closed");
        farewell = new Farewell(lane, requests.delete(quitText), options.postServer(), limit);
        farewell.begin(posts, deleted);
        deleted.whenComplete((nothing, failure) -> finish("The session was closed"));
    }

    /** Stops reading from the network; the lines of one read may still arrive. */
    public void pauseReceiving() {
        run(new CompletableFuture<>(), () -> receiver.setPaused(true));
    }

    /** Goes on reading. */
    public void resumeReceiving() {
        run(new CompletableFuture<>(), () -> receiver.setPaused(false));
    }

    private void run(CompletableFuture<Void> result, Runnable task) {
        try {
            lane.timers().execute(task);
        } catch (IllegalStateException e) {
            result.completeExceptionally(new RobustSessionException(e.getMessage(), e));
        }
    }

    private void fatal(int status) {
        if (!ended) {
            close(status == 0 ? "The network cannot be reached" : Failures.sentence(status));
        }
    }

    /** Ends without a word to the network. On the loop. */
    void close(String reason) {
        end(reason);
        finish(reason);
    }

    private void end(String reason) {
        if (ended) {
            return;
        }
        ended = true;
        receiver.stop();
        availability.stop();
        try {
            listener.ended(reason);
        } catch (RuntimeException e) {
            LOG.error("a session's listener failed at its end", e);
        }
    }

    private void finish(String reason) {
        if (over) {
            return;
        }
        over = true;
        if (farewell != null) {
            farewell.cancel();
        }
        posts.close(reason);
        gone.accept(this);
    }

    Timers timers() {
        return lane.timers();
    }
}
