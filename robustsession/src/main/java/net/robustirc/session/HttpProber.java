package net.robustirc.session;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.session.http.Connections;
import net.robustirc.session.http.Exchange;
import net.robustirc.session.http.ResponseListener;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;
import net.robustirc.session.wire.SessionRequests;
import net.robustirc.session.wire.WireRequest;

/** Asks servers by a request that any of them answers; on one loop. */
final class HttpProber implements Prober {
    private final Timers timers;
    private final Connections connections;
    private final ServerPool pool;
    private final long limitNanos;
    private final WireRequest question;
    private final Map<ServerAddress, Probe> underWay = new HashMap<>();

    HttpProber(
            Timers timers,
            Connections connections,
            ServerPool pool,
            Duration limit,
            String userAgent) {
        this.timers = timers;
        this.connections = connections;
        this.pool = pool;
        this.limitNanos = limit.toNanos();
        this.question = SessionRequests.probe(userAgent);
    }

    @Override
    public void ask(ServerAddress server, Verdict verdict) {
        Probe probe = underWay.get(server);
        if (probe == null) {
            probe = new Probe(server);
            underWay.put(server, probe);
            probe.waiting.add(verdict);
            probe.begin();
        } else {
            probe.waiting.add(verdict);
        }
    }

    private final class Probe implements ResponseListener {
        private final List<Verdict> waiting = new ArrayList<>();
        private final ServerAddress server;
        private final long askedAt = timers.nanoTime();
        private Timers.Timer limit = Timers.Timer.NONE;
        private Exchange exchange;

        Probe(ServerAddress server) {
            this.server = server;
        }

        void begin() {
            limit = timers.after(limitNanos, this::expired);
            exchange = connections.open(server, question, this);
        }

        private void expired() {
            exchange.cancel();
            tell(false);
        }

        @Override
        public void head(int status, HttpHeaders headers) {
            pool.alive(server);
            tell(true);
        }

        @Override
        public void body(ByteBuf part) {
            part.skipBytes(part.readableBytes());
        }

        @Override
        public void complete() {
            limit.cancel();
        }

        @Override
        public void failed(Throwable cause) {
            limit.cancel();
            tell(false);
        }

        /** Nothing new once the first line has come. */
        private void tell(boolean lives) {
            if (!underWay.remove(server, this)) {
                return;
            }
            if (!lives) {
                pool.suspect(server, askedAt);
            }
            waiting.forEach(verdict -> verdict.lives(lives));
        }
    }
}
