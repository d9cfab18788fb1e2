package net.robustirc.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;

/**
 * Finds out soon that a server has stopped without a word, as a frozen process or a pulled cable
 * does: pings come every 20 s, so a stream alone would tell after half a minute. Costs a request
 * now and then for each server that says nothing, not for each session. On one loop.
 */
final class Vigil {
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Timers timers;
    private final ServerPool pool;
    private final long quietNanos;
    private final Prober prober;
    private final Set<Stream> streams = new LinkedHashSet<>();
    private final Map<ServerAddress, Long> askedAt = new HashMap<>();
    private boolean rounds;

    /** A stream that is open, or being opened. */
    interface Stream {
        ServerAddress server();

        /** Whether the server has answered the request for it. */
        boolean isOpen();

        /**
         * When the last object came, or else the request went; now, if the owner does not want any.
         */
        long heardAt();

        /** Goes to another server. */
        void leave();
    }

    Vigil(Timers timers, ServerPool pool, Duration quiet, Prober prober) {
        this.timers = timers;
        this.pool = pool;
        this.quietNanos = quiet.toNanos();
        this.prober = prober;
    }

    /** Asks a server whether it lives; if it does not, its streams go elsewhere too. */
    void probe(ServerAddress server, Prober.Verdict verdict) {
        askedAt.put(server, timers.nanoTime());
        prober.ask(
                server,
                lives -> {
                    verdict.lives(lives);
                    leaveTheSilent();
                });
    }

    void watch(Stream stream) {
        streams.add(stream);
        if (!rounds) {
            rounds = true;
            timers.after(ROUND_NANOS, this::round);
        }
    }

    void forget(Stream stream) {
        streams.remove(stream);
    }

    private void round() {
        if (streams.isEmpty()) {
            rounds = false;
            return;
        }
        timers.after(ROUND_NANOS, this::round);
        leaveTheSilent();
        long now = timers.nanoTime();
        heard().forEach((server, heardAt) -> probeIfQuiet(server, heardAt, now));
        pool.suspects().forEach(server -> probeIfQuiet(server, now - quietNanos, now));
    }

    /**
     * When a server was last heard on any of its streams; where it has answered for none of them,
     * since when the first is waited for.
     */
    private Map<ServerAddress, Long> heard() {
        Map<ServerAddress, Long> heard = new HashMap<>();
        Map<ServerAddress, Long> waiting = new HashMap<>();
        for (Stream stream : streams) {
            if (stream.isOpen()) {
                heard.merge(stream.server(), stream.heardAt(), (a, b) -> a - b < 0 ? b : a);
            } else {
                waiting.merge(stream.server(), stream.heardAt(), (a, b) -> a - b < 0 ? a : b);
            }
        }
        waiting.forEach(heard::putIfAbsent);
        return heard;
    }

    private void probeIfQuiet(ServerAddress server, long heardAt, long now) {
        long lastAsked = askedAt.getOrDefault(server, now - quietNanos);
        if (now - heardAt >= quietNanos && now - lastAsked >= quietNanos) {
            probe(server, lives -> {});
        }
    }

    /**
     * Whoever found it out, on this loop or another. One stream on which something came meanwhile
     * speaks for all: a busy server may answer late, and all its streams at once would not help it.
     */
    private void leaveTheSilent() {
        if (pool.suspects().isEmpty()) {
            return;
        }
        Map<ServerAddress, Long> heard = heard();
        for (Stream stream : List.copyOf(streams)) {
            long heardAt = stream.isOpen() ? heard.get(stream.server()) : stream.heardAt();
            if (pool.isSilentSince(stream.server(), heardAt)) {
                stream.leave();
            }
        }
    }
}
