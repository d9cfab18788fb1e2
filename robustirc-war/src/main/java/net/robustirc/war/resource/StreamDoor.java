package net.robustirc.war.resource;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import net.robustirc.consensus.Consensus;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Command.AddressSeen;
import net.robustirc.statemachine.entry.Command.DeleteSession;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.auth.ClientAddress;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;
import net.robustirc.war.request.ClientRequest;
import net.robustirc.war.stream.Delivery;
import net.robustirc.war.stream.StreamStart;
import net.robustirc.war.throttle.PostThrottle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether this node serves a stream, and hands it to delivery. */
public final class StreamDoor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamDoor.class);
    private static final String LOST = "Lines were lost: lastseen is older than what is kept";

    private final Consensus consensus;
    private final Delivery delivery;
    private final PostThrottle throttle;
    private final BooleanSupplier stopping;

    /**
     * @param throttle one for streams alone, so that they make no post wait
     * @param stopping whether no more streams are taken
     */
    public StreamDoor(
            Consensus consensus,
            Delivery delivery,
            PostThrottle throttle,
            BooleanSupplier stopping) {
        this.consensus = consensus;
        this.delivery = delivery;
        this.throttle = throttle;
        this.stopping = stopping;
    }

    /**
     * Opens a stream.
     *
     * @param request whose address counts as that of a post does
     * @throws RefusedException if another node should be asked
     */
    void open(SessionView view, ClientRequest request, MessageId lastSeen, AsyncContext context) {
        SessionId session = view.id();
        if (stopping.getAsBoolean()) {
            throw Refusal.STOPPING.asException();
        }
        if (consensus.status().cutOff()) {
            throw Refusal.CUT_OFF.asException();
        }
        StreamStart start = StreamStart.of(session, lastSeen, consensus.output());
        try {
            switch (start.verdict()) {
                case HERE -> {
                    String address = address(request);
                    delivery.open(context, session, start.from());
                    tell(view, address);
                }
                case ELSEWHERE -> throw Refusal.OUTPUT_ELSEWHERE.asException();
                case LOST -> endLost(session, start.from(), context);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    private String address(ClientRequest request) {
        return ClientAddress.of(request, consensus.view().config().trustedBridges().keySet());
    }

    /**
     * Tells the network where the session is now, so that bans hold (ours.md section 4), no more
     * often than it may post; a later stream or post does if this fails.
     */
    private void tell(SessionView session, String address) {
        if (!address.equals(session.address())) {
            long cooloff = SessionCommands.cooloffNanos(consensus.view(), session.id());
            if (!throttle.hold(session.id(), cooloff, () -> tellNow(session.id(), address))) {
                LOG.debug("{} comes from too many addresses at once", session.id());
            }
        }
    }

    /** Unless another stream has told it meanwhile. */
    private void tellNow(SessionId session, String address) {
        consensus
                .view()
                .session(session)
                .filter(known -> !address.equals(known.address()))
                .ifPresent(known -> submit(new AddressSeen(session, address), session));
    }

    /** Never a silent gap: the client is told, and has to begin a new session (design D5). */
    private void endLost(SessionId session, MessageId from, AsyncContext context)
            throws IOException {
        delivery.refuse(context, session, from, "ERROR :Closing Link: (" + LOST + ")");
        submit(new DeleteSession(session, LOST, true), session);
    }

    /** Nobody waits for it. */
    private void submit(Command command, SessionId session) {
        consensus
                .submit(command)
                .whenComplete(
                        (outcome, problem) -> {
                            if (problem != null) {
                                String kind = command.getClass().getSimpleName();
                                LOG.info("{} of {} failed: {}", kind, session, problem.toString());
                            }
                        });
    }
}
