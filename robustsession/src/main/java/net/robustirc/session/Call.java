package net.robustirc.session;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import net.robustirc.session.http.Exchange;
import net.robustirc.session.http.ResponseListener;
import net.robustirc.session.server.Purpose;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.ContentLocation;
import net.robustirc.session.wire.WireRequest;

/**
 * One request with a short answer, tried at one server after the other until one answers for good
 * (robustsession-client.md section 5): 200 is success, 5xx and transport errors go on elsewhere,
 * all else is final.
 */
final class Call implements ResponseListener {
    private static final int LONGEST_BODY = 8192;
    private static final int OK = 200;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int FIRST_UNKNOWN = 600;

    private final Lane lane;
    private final WireRequest request;
    private final Duration limit;
    private final Outcome outcome;
    private final Turn turn;
    private final long deadline;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private Timers.Timer tryTimer = Timers.Timer.NONE;
    private Timers.Timer deadlineTimer;
    private Exchange exchange;
    private int tries;
    private long tryEnds;
    private ServerAddress server;
    private long startedAt;
    private int status;
    private Optional<ServerAddress> leader = Optional.empty();

    /** What a call comes to; told once, unless it is cancelled. */
    interface Outcome {
        void accepted(byte[] answer);

        /** A status of zero says that time ran out. */
        void failed(int status, String answer);
    }

    Call(
            Lane lane,
            WireRequest request,
            Optional<ServerAddress> pinned,
            Duration limit,
            Outcome outcome) {
        this.lane = lane;
        this.request = request;
        this.limit = limit;
        this.outcome = outcome;
        this.turn = new Turn(lane, Purpose.POST, pinned);
        this.deadline = lane.timers().nanoTime() + limit.toNanos();
    }

    void start() {
        turn.next(this::send);
        if (exchange == null) {
            armDeadline();
        }
    }

    /** Stops at once; the outcome is not told. */
    void cancel() {
        stop();
        if (exchange != null) {
            exchange.cancel();
        }
    }

    private void stop() {
        tries++;
        turn.cancel();
        tryTimer.cancel();
        if (deadlineTimer != null) {
            deadlineTimer.cancel();
        }
    }

    private void send(ServerAddress target) {
        server = target;
        startedAt = lane.timers().nanoTime();
        status = 0;
        leader = Optional.empty();
        body.reset();
        tryEnds = Math.min(startedAt + lane.timeouts().postTry().toNanos(), deadline);
        tries++;
        awaitAnswer(startedAt);
        exchange = lane.connections().open(target, request, this);
    }

    private void awaitAnswer(long now) {
        long doubtful = now + lane.timeouts().doubt().toNanos();
        Runnable task = doubtful - tryEnds < 0 ? this::doubt : this::tryExpired;
        long nanos = Math.min(doubtful - now, tryEnds - now);
        tryTimer = lane.timers().after(Math.max(1, nanos), task);
    }

    /**
     * A server that waits for a leader answers late, one that has stopped never does. The copy left
     * behind there does no harm: the next one bears the same ClientMessageId (design D4).
     */
    private void doubt() {
        if (lane.pool().isSilentSince(server, startedAt)) {
            goElsewhere();
            return;
        }
        int asked = tries;
        lane.vigil()
                .probe(
                        server,
                        lives -> {
                            if (asked != tries) {
                                return;
                            }
                            if (lives) {
                                awaitAnswer(lane.timers().nanoTime());
                            } else {
                                goElsewhere();
                            }
                        });
    }

    private void goElsewhere() {
        exchange.cancel();
        retry();
    }

    private void tryExpired() {
        exchange.cancel();
        failed(new TimeoutException("no answer in time"));
    }

    @Override
    public void head(int answered, HttpHeaders headers) {
        status = answered;
        String location = headers.get(HttpHeaderNames.CONTENT_LOCATION);
        if (location != null) {
            leader = ContentLocation.server(location);
        }
    }

    @Override
    public void body(ByteBuf part) {
        byte[] bytes = new byte[Math.min(part.readableBytes(), LONGEST_BODY - body.size())];
        part.readBytes(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void complete() {
        tryTimer.cancel();
        if (status == OK) {
            lane.pool().accepted(server);
            lane.pool().prefer(leader.orElse(server));
            stop();
            outcome.accepted(body.toByteArray());
        } else if (status >= FIRST_SERVER_ERROR && status < FIRST_UNKNOWN) {
            lane.pool().refused(server, startedAt, "status " + status);
            retry();
        } else {
            stop();
            outcome.failed(status, body.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void failed(Throwable cause) {
        tryTimer.cancel();
        lane.pool().failed(server, startedAt, Failures.describe(cause));
        retry();
    }

    private void retry() {
        tries++;
        armDeadline();
        turn.afterFailure(this::send);
    }

    /** Only calls that do not succeed at once need this timer. */
    private void armDeadline() {
        if (deadlineTimer == null) {
            long remaining = Math.max(0, deadline - lane.timers().nanoTime());
            deadlineTimer = lane.timers().after(remaining, this::expired);
        }
    }

    private void expired() {
        cancel();
        outcome.failed(
                0, "no server of the network took the request for " + limit.toSeconds() + " s");
    }
}
