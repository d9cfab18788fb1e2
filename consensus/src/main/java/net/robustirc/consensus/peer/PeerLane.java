package net.robustirc.consensus.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Connections to one node for one purpose, kept open: as many as there are questions at the same
 * time. Whoever asks blocks.
 */
public final class PeerLane {
    private static final int MAX_IDLE = 4;

    private final SSLContext context;
    private final String host;
    private final int port;
    private final ArrayDeque<PeerConnection> idle = new ArrayDeque<>();
    private final Set<PeerConnection> busy = new HashSet<>();
    private boolean closed;

    PeerLane(SSLContext context, String host, int port) {
        this.context = context;
        this.host = host;
        this.port = port;
    }

    /**
     * Asks, and once more on a new connection when an old one turns out to be of no use: the other
     * node may have been started again meanwhile. So it must not matter if a question comes twice.
     *
     * @throws RemoteFailureException when the other node says that it cannot
     * @throws IOException when there is no answer in time
     */
    public Frame ask(Frame question, Duration patience) throws IOException {
        Optional<PeerConnection> kept = lease();
        if (kept.isPresent()) {
            long asked = System.nanoTime();
            try {
                return ask(kept.get(), question, patience);
            } catch (RemoteFailureException e) {
                throw e;
            } catch (IOException e) {
                boolean late = System.nanoTime() - asked >= patience.toNanos();
                if (late || kept.get().abandoned()) {
                    throw e;
                }
                closeIdle();
            }
        }
        return ask(connect(), question, patience);
    }

    /** Whoever waits for an answer waits no longer; the next question makes a new connection. */
    public synchronized void reset() {
        closeIdle();
        busy.forEach(PeerConnection::abandon);
    }

    synchronized void closeOverdue(long nowNanos) {
        busy.forEach(connection -> connection.abandonIfOverdue(nowNanos));
    }

    synchronized void close() {
        closed = true;
        reset();
    }

    private Frame ask(PeerConnection connection, Frame question, Duration patience)
            throws IOException {
        boolean usable = false;
        try {
            Frame answer = connection.ask(question, patience);
            usable = true;
            return answer;
        } catch (RemoteFailureException e) {
            usable = true;
            throw e;
        } finally {
            release(connection, usable);
        }
    }

    private PeerConnection connect() throws IOException {
        PeerConnection connection = new PeerConnection();
        synchronized (this) {
            if (closed) {
                throw new IOException("this node is shutting down");
            }
            busy.add(connection);
        }
        try {
            connection.open(context, host, port);
            return connection;
        } catch (IOException | RuntimeException e) {
            release(connection, false);
            throw e;
        }
    }

    private synchronized Optional<PeerConnection> lease() {
        Optional<PeerConnection> connection = Optional.ofNullable(idle.pollLast());
        connection.ifPresent(busy::add);
        return connection;
    }

    private synchronized void release(PeerConnection connection, boolean usable) {
        busy.remove(connection);
        if (usable && !closed && !connection.abandoned() && idle.size() < MAX_IDLE) {
            idle.addLast(connection);
        } else {
            connection.close();
        }
    }

    private synchronized void closeIdle() {
        idle.forEach(PeerConnection::close);
        idle.clear();
    }
}
