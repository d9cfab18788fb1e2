package net.robustirc.bridge.irc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.robustirc.session.RobustSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the client to the network: creates the session with the first line, posts in order, keeps
 * the session from expiring. Posts are acknowledged one by one, so many lines at once wait here and
 * in the session; from {@value #MOST_WAITING} on, the client is not read. On the connection's loop.
 */
final class Uplink {
    static final String KEEPALIVE = "keepalive";

    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    private static final int MOST_WAITING = 64;
    private static final int FEW_WAITING = 16;

    private final ClientConnection connection;
    private final Gateway gateway;
    private final Downlink downlink;
    private final Deque<String> beforeSession = new ArrayDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private State state = State.NO_SESSION;
    private RobustSession session;
    private Future<?> keepalive;
    private final AtomicBoolean keepaliveWaits = new AtomicBoolean();
    private long lastPostAt;
    private long lastKeepaliveAt;
    private boolean full;
    private String quitText = "";

    private enum State {
        NO_SESSION,
        CREATING,
        OPEN,
        CLOSED
    }

    Uplink(ClientConnection connection, Gateway gateway, Downlink downlink) {
        this.connection = connection;
        this.gateway = gateway;
        this.downlink = downlink;
    }

    /** The network's name, once known. */
    String prefix() {
        return session == null ? "robustirc.bridge" : session.prefix();
    }

    String nick() {
        return session == null ? "*" : downlink.nick();
    }

    void post(String line) {
        if (waiting.incrementAndGet() >= MOST_WAITING) {
            full = true;
            connection.adjustReading();
        }
        switch (state) {
            case OPEN -> send(line);
            case CREATING -> beforeSession.add(line);
            case NO_SESSION -> {
                beforeSession.add(line);
                create();
            }
            case CLOSED -> LOG.debug("a line after the end");
        }
    }

    private void create() {
        state = State.CREATING;
        gateway.createSession(connection.name(), downlink)
                .whenComplete(
                        (created, failure) -> {
                            if (failure == null) {
                                downlink.attach(created);
                                connection.onLoop(() -> created(created));
                            } else {
                                connection.onLoop(() -> connection.createFailed(failure));
                            }
                        });
    }

    private void created(RobustSession created) {
        session = created;
        LOG.info("{} has session {}", connection.name(), created.id());
        while (!beforeSession.isEmpty()) {
            send(beforeSession.poll());
        }
        if (state == State.CLOSED) {
            gateway.delete(session, quitText);
            return;
        }
        state = State.OPEN;
        lastKeepaliveAt = System.nanoTime();
        keepSession();
    }

    private void send(String line) {
        lastPostAt = System.nanoTime();
        session.post(line).whenComplete((nothing, failure) -> acknowledged());
    }

    /** On the session's thread, for each line; the loop is woken only when it has to be. */
    private void acknowledged() {
        if (waiting.decrementAndGet() == FEW_WAITING) {
            connection.onLoop(this::readAgain);
        }
    }

    private void readAgain() {
        if (full && state != State.CLOSED) {
            full = false;
            connection.adjustReading();
        }
    }

    boolean isFull() {
        return full;
    }

    /**
     * A session without posts would expire: bridge.md section 7. One that posts but hears nothing
     * would, at the next failover, ask for lines older than anything retained and be ended; the
     * answer to a keepalive brings its position up to date.
     */
    private void keepSession() {
        Timing timing = gateway.timing();
        long now = System.nanoTime();
        long sinceLine = Math.min(now - downlink.lineAt(), now - lastKeepaliveAt);
        long left =
                Math.min(
                        timing.networkSilence().toNanos() - (now - lastPostAt),
                        timing.lineSilence().toNanos() - sinceLine);
        if (left <= 0) {
            left = Math.min(timing.networkSilence().toNanos(), timing.lineSilence().toNanos());
            postKeepalive();
        }
        keepalive = connection.schedule(this::keepSession, left, TimeUnit.NANOSECONDS);
    }

    /** While one waits there is no need for another: in a long outage they would pile up. */
    private void postKeepalive() {
        lastKeepaliveAt = System.nanoTime();
        if (keepaliveWaits.compareAndSet(false, true)) {
            waiting.incrementAndGet();
            lastPostAt = lastKeepaliveAt;
            session.post("PING " + KEEPALIVE)
                    .whenComplete(
                            (nothing, failure) -> {
                                keepaliveWaits.set(false);
                                acknowledged();
                            });
        }
    }

    /** The client takes lines again, or not. */
    void setReceiving(boolean wanted) {
        if (session != null && wanted) {
            session.resumeReceiving();
        } else if (session != null) {
            session.pauseReceiving();
        }
    }

    /**
     * Leaves the network with this text, in the background and after all that was posted; a session
     * that is still on its way, once it is there.
     */
    void close(String text) {
        quitText = text;
        if (state == State.OPEN) {
            gateway.delete(session, text);
        }
        state = State.CLOSED;
        if (keepalive != null) {
            keepalive.cancel(false);
        }
    }
}
