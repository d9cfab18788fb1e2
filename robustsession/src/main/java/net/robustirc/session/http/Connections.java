package net.robustirc.session.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.WireRequest;

/**
 * The connections of one event loop. Idle ones are kept per server and used again by whichever
 * session asks next, the last used first; a stream keeps its own until it ends. Used only on that
 * loop.
 */
public final class Connections {
    /** Below the 75 s that servers keep idle connections (robustsession-client.md rule 29). */
    private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(60);

    private static final int MOST_IDLE_PER_SERVER = 64;
    private static final long SWEEP_SECONDS = 15;

    private final EventLoop loop;
    private final Dialer dialer;
    private final Map<ServerAddress, Deque<Connection>> idle = new HashMap<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean closed;

    /** Connections that live on this loop. */
    public Connections(EventLoop loop, Dialer dialer) {
        this.loop = loop;
        this.dialer = dialer;
        loop.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends the request over an idle connection or a new one. */
    public Exchange open(ServerAddress server, WireRequest request, ResponseListener listener) {
        Exchange exchange = new Exchange(server, request, listener);
        Deque<Connection> candidates = idle.get(server);
        while (candidates != null && !candidates.isEmpty()) {
            Connection candidate = candidates.pop();
            if (candidate.isOpen()) {
                exchange.runOn(candidate);
                return exchange;
            }
        }
        openAfresh(exchange);
        return exchange;
    }

    /**
     * The server may have closed an idle connection just as it was used: that is nobody's fault.
     */
    void openAfresh(Exchange exchange) {
        dialer.dial(
                loop,
                exchange.server(),
                new Dialer.Dialled() {
                    @Override
                    public Connection wrap(Channel channel) {
                        return register(
                                new Connection(Connections.this, exchange.server(), channel));
                    }

                    @Override
                    public void connected(Connection connection) {
                        use(connection, exchange);
                    }

                    @Override
                    public void failed(Throwable cause) {
                        exchange.fail(cause);
                    }
                });
    }

    private Connection register(Connection connection) {
        open.add(connection);
        return connection;
    }

    private void use(Connection connection, Exchange exchange) {
        if (closed || exchange.isOver()) {
            connection.abort();
        } else {
            exchange.runOn(connection);
        }
    }

    void idle(Connection connection) {
        Deque<Connection> kept = idle.computeIfAbsent(connection.server(), s -> new ArrayDeque<>());
        if (closed || kept.size() >= MOST_IDLE_PER_SERVER) {
            connection.abort();
        } else {
            kept.push(connection);
        }
    }

    void gone(Connection connection) {
        open.remove(connection);
        Deque<Connection> kept = idle.get(connection.server());
        if (kept != null) {
            kept.remove(connection);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        for (Deque<Connection> kept : idle.values()) {
            while (!kept.isEmpty() && now - kept.peekLast().idleSince() > LONGEST_IDLE) {
                kept.pollLast().abort();
            }
        }
    }

    /** Closes everything; exchanges under way hear no more. */
    public void close() {
        closed = true;
        Set.copyOf(open).forEach(Connection::abort);
        open.clear();
        idle.clear();
    }
}
