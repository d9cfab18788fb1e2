package net.robustirc.war.resource;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import net.robustirc.consensus.Consensus;
import net.robustirc.statemachine.entry.Command.DeleteSession;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;
import net.robustirc.war.stream.Delivery;
import net.robustirc.war.stream.StreamStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether this node serves a stream, and hands it to delivery. */
public final class StreamDoor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamDoor.class);
    private static final String LOST = "Lines were lost: lastseen is older than what is kept";

    private final Consensus consensus;
    private final Delivery delivery;
    private final BooleanSupplier stopping;

    /**
     * @param stopping whether no more streams are taken
     */
    public StreamDoor(Consensus consensus, Delivery delivery, BooleanSupplier stopping) {
        this.consensus = consensus;
        this.delivery = delivery;
        this.stopping = stopping;
    }

    /**
     * Opens a stream.
     *
     * @throws RefusedException if another node should be asked
     */
    void open(SessionId session, MessageId lastSeen, AsyncContext context) {
        if (stopping.getAsBoolean()) {
            throw Refusal.STOPPING.asException();
        }
        if (consensus.status().cutOff()) {
            throw Refusal.CUT_OFF.asException();
        }
        StreamStart start = StreamStart.of(session, lastSeen, consensus.output());
        try {
            switch (start.verdict()) {
                case HERE -> delivery.open(context, session, start.from());
                case ELSEWHERE -> throw Refusal.OUTPUT_ELSEWHERE.asException();
                case LOST -> endLost(session, start.from(), context);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    /** Never a silent gap: the client is told, and has to begin a new session (design D5). */
    private void endLost(SessionId session, MessageId from, AsyncContext context)
            throws IOException {
        delivery.refuse(context, session, from, "ERROR :Closing Link: (" + LOST + ")");
        consensus
                .submit(new DeleteSession(session, LOST))
                .whenComplete(
                        (outcome, problem) -> {
                            if (problem != null) {
                                LOG.info("Session {} could not be ended yet", session, problem);
                            }
                        });
    }
}
