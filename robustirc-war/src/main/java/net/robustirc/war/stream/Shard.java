package net.robustirc.war.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.stream.ClientStream.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of some of the sessions; used by its own thread alone, but for the two counts. */
final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

    /** A client that takes nothing for so long is not there; the oldest ones give up after 70 s. */
    private static final long STALLED_NANOS = 60_000_000_000L;

    private final DeliverySettings settings;
    private final Map<SessionId, ClientStream> streams = new HashMap<>();
    private final Tail tail;
    private final Laggards laggards;
    private final PingWheel pings;
    private final PingText pingText;
    private final SpreadEnd leaving = new SpreadEnd(this::close);
    private volatile int count;

    Shard(OutputLog log, DeliverySettings settings) {
        this.settings = settings;
        this.tail = new Tail(log);
        this.laggards = new Laggards(log);
        this.pings = new PingWheel(settings.pingInterval().toNanos(), System.nanoTime());
        this.pingText = new PingText(settings.servers(), System.nanoTime());
    }

    /** Open streams; any thread. */
    int count() {
        return count;
    }

    /** Streams whose cursor is behind; any thread. */
    int lagging() {
        return laggards.count();
    }

    /** The client of a stream takes more, or takes anything at all for the first time. */
    void writable(ClientStream stream) {
        stream.unblock();
        if (stream.phase() == Phase.OPENING) {
            attach(stream);
        }
        settle(stream);
    }

    private void attach(ClientStream stream) {
        ClientStream old = streams.put(stream.session(), stream);
        if (old != null) {
            close(old);
        }
        count = streams.size();
        stream.begin();
        if (stream.phase() == Phase.BEHIND) {
            pingText.at(System.nanoTime()).ifPresent(stream::add);
            pings.add(stream);
        }
    }

    /** Ends a stream at once. */
    void close(ClientStream stream) {
        if (stream.phase() != Phase.CLOSED) {
            leave(stream);
            stream.close();
            streams.remove(stream.session(), stream);
            count = streams.size();
        }
    }

    /** Ends every stream, whatever state one of them is in. */
    void closeAll() {
        for (ClientStream stream : all()) {
            try {
                close(stream);
            } catch (RuntimeException e) {
                LOG.warn("the stream of session {} cannot be ended", stream.session(), e);
                streams.remove(stream.session(), stream);
            }
        }
        count = streams.size();
    }

    /** A copy. */
    List<ClientStream> all() {
        return new ArrayList<>(streams.values());
    }

    /** Whether new output concerns anybody here. */
    boolean isWatching() {
        return !tail.isEmpty();
    }

    /** Whether there is something to do at once. */
    boolean hasWork() {
        return tail.hasNew() || laggards.hasWork();
    }

    /** When to take a turn at the latest, in the clock of {@link System#nanoTime()}. */
    long due() {
        return leaving.isOver()
                ? pings.due()
                : Math.min(pings.due(), System.nanoTime() + SpreadEnd.STEP_NANOS);
    }

    /** One round: what is new, for those at the tail; a bounded part for those behind; pings. */
    void turn() {
        tail.walk().forEach(this::settle);
        laggards.advance().forEach(this::settle);
        long now = System.nanoTime();
        leaving.turn(now);
        if (now - pings.due() >= 0) {
            checkCutOff(now);
            pings.turn(now, stream -> ping(stream, now));
        }
    }

    private void checkCutOff(long now) {
        if (!settings.cutOff().getAsBoolean()) {
            leaving.stop();
        } else if (leaving.isOver()) {
            leaving.begin(all(), now, settings.shutdownSpread().toNanos());
        }
    }

    private void ping(ClientStream stream, long now) {
        if (stream.isBlocked()) {
            if (now - stream.blockedSince() > STALLED_NANOS) {
                close(stream);
            }
            return;
        }
        pingText.at(now).ifPresent(stream::add);
        if (stream.phase() == Phase.LIVE && !settings.exists().test(stream.session())) {
            stream.enter(Phase.ENDING);
        }
        settle(stream);
    }

    /** Writes what the stream was given, and puts it where it belongs now. */
    private void settle(ClientStream stream) {
        drain(stream);
        switch (stream.phase()) {
            case BEHIND -> followOrLag(stream);
            case ENDING -> {
                leave(stream);
                if (stream.isDrained()) {
                    close(stream);
                }
            }
            case OPENING, LIVE, CLOSED -> {
                // It is where it belongs.
            }
        }
    }

    private void followOrLag(ClientStream stream) {
        if (stream.hasSeenAllOf(tail.position())) {
            laggards.remove(stream);
            stream.enter(Phase.LIVE);
            tail.add(stream);
        } else {
            tail.remove(stream);
            laggards.add(stream);
        }
    }

    private void leave(ClientStream stream) {
        if (streams.get(stream.session()) == stream) {
            tail.remove(stream);
        }
        laggards.remove(stream);
    }

    private void drain(ClientStream stream) {
        try {
            stream.drain(System.nanoTime());
        } catch (IOException | RuntimeException e) {
            LOG.debug("the client of session {} is gone", stream.session(), e);
            close(stream);
        }
    }
}
