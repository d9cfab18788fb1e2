package net.robustirc.session;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import net.robustirc.session.http.Exchange;
import net.robustirc.session.http.ResponseListener;
import net.robustirc.session.server.Purpose;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.MalformedAnswerException;
import net.robustirc.session.wire.SessionRequests;
import net.robustirc.session.wire.StreamDecoder;
import net.robustirc.session.wire.StreamObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the receive stream of one session open on some server and hands its lines over, each once
 * and in order; on the session's loop. What lies at or before the last line handed over is dropped,
 * whatever a server sends.
 */
final class Receiver implements ResponseListener, Vigil.Stream {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final int OK = 200;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int FIRST_UNKNOWN = 600;

    private final Lane lane;
    private final SessionRequests requests;
    private final Availability availability;
    private final SessionListener listener;
    private final IntConsumer fatal;
    private final Turn turn;
    private StreamDecoder decoder;
    private MessagePosition lastSeen = MessagePosition.START;
    private Timers.Timer watchdog = Timers.Timer.NONE;
    private Exchange exchange;
    private ServerAddress server;
    private long startedAt;
    private long lastObjectAt;
    private int status;
    private boolean paused;
    private boolean reopenOnResume;
    private boolean stopped;

    /** Whether the last line of this stream was the network's good-bye. */
    private boolean errorLast;

    /** Tells {@code fatal} the status of an answer that ends the session. */
    Receiver(Lane lane, SessionRequests requests, Optional<ServerAddress> pinned, Owner owner) {
        this.lane = lane;
        this.requests = requests;
        this.availability = owner.availability();
        this.listener = owner.listener();
        this.fatal = owner.fatal();
        this.turn = new Turn(lane, Purpose.STREAM, pinned);
    }

    /** Whom a receiver reports to. */
    record Owner(Availability availability, SessionListener listener, IntConsumer fatal) {}

    void start() {
        availability.streamLost();
        turn.next(this::open);
    }

    void stop() {
        stopped = true;
        turn.cancel();
        watchdog.cancel();
        lane.vigil().forget(this);
        if (exchange != null) {
            exchange.cancel();
        }
    }

    private void open(ServerAddress target) {
        if (paused) {
            reopenOnResume = true;
            return;
        }
        server = target;
        status = 0;
        errorLast = false;
        decoder = new StreamDecoder(this::receive);
        startedAt = lane.timers().nanoTime();
        lastObjectAt = startedAt;
        lane.vigil().watch(this);
        watchdog = lane.timers().after(lane.timeouts().firstByte().toNanos(), this::noAnswer);
        exchange = lane.connections().open(target, requests.stream(lastSeen), this);
    }

    private void noAnswer() {
        if (paused) {
            watchdog = lane.timers().after(lane.timeouts().firstByte().toNanos(), this::noAnswer);
            return;
        }
        exchange.cancel();
        lost("no answer in time");
    }

    @Override
    public void head(int answered, HttpHeaders headers) {
        status = answered;
        watchdog.cancel();
        lastObjectAt = lane.timers().nanoTime();
        watch(lane.timeouts().streamSilence().toNanos());
    }

    /**
     * Not reset by each object, which would cost a timer per line; it looks at the time instead.
     */
    private void watch(long nanos) {
        watchdog = lane.timers().after(nanos, this::checkSilence);
    }

    private void checkSilence() {
        long limit = lane.timeouts().streamSilence().toNanos();
        long silence = lane.timers().nanoTime() - lastObjectAt;
        if (paused) {
            watch(limit);
        } else if (silence < limit) {
            watch(limit - silence);
        } else {
            exchange.cancel();
            lost("nothing received in time");
        }
    }

    @Override
    public void body(ByteBuf part) {
        if (status != OK) {
            return;
        }
        try {
            decoder.feed(part);
        } catch (MalformedAnswerException e) {
            exchange.cancel();
            lost(e.getMessage());
        }
    }

    private void receive(StreamObject object) {
        if (stopped) {
            return;
        }
        lastObjectAt = lane.timers().nanoTime();
        availability.streamAlive();
        lane.pool().alive(server);
        if (object.isLine()) {
            receiveLine(object.position(), object.data());
        } else if (object.isPing()) {
            lane.pool().update(addresses(object.servers()));
        }
    }

    /** A line without a position cannot be told from one already seen: it is passed on, unnoted. */
    private void receiveLine(MessagePosition position, String line) {
        boolean placed = !position.equals(MessagePosition.START);
        if (placed && position.compareTo(lastSeen) <= 0) {
            LOG.debug("dropped a line received again");
            listener.repeated(position);
            return;
        }
        errorLast = line.startsWith("ERROR ");
        listener.line(position, line);
        if (placed) {
            lastSeen = position;
        }
    }

    private static List<ServerAddress> addresses(List<String> servers) {
        return servers.stream().map(ServerAddress::parse).flatMap(Optional::stream).toList();
    }

    @Override
    public void complete() {
        if (status == OK && errorLast) {
            reopen(); // the session has ended, not the server: the next answer will say so
        } else if (status == OK) {
            lost("the stream ended");
        } else if (status >= FIRST_SERVER_ERROR && status < FIRST_UNKNOWN) {
            lane.pool().refused(server, startedAt, "status " + status);
            reopen();
        } else {
            watchdog.cancel();
            lane.vigil().forget(this);
            fatal.accept(status);
        }
    }

    @Override
    public void failed(Throwable cause) {
        lost(Failures.describe(cause));
    }

    private void lost(String cause) {
        lane.pool().failed(server, startedAt, cause);
        reopen();
    }

    private void reopen() {
        watchdog.cancel();
        lane.vigil().forget(this);
        availability.streamLost();
        exchange = null;
        turn.afterFailure(this::open);
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public boolean isOpen() {
        return status == OK;
    }

    @Override
    public long heardAt() {
        return paused ? lane.timers().nanoTime() : lastObjectAt;
    }

    @Override
    public void leave() {
        exchange.cancel();
        reopen();
    }

    void setPaused(boolean wanted) {
        paused = wanted;
        lastObjectAt = lane.timers().nanoTime();
        if (exchange != null) {
            exchange.setReading(!wanted);
        }
        if (!wanted && reopenOnResume && !stopped) {
            reopenOnResume = false;
            turn.next(this::open);
        }
    }
}
