package net.robustirc.statemachine.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/** How sessions end: the others see QUIT, the session itself an ERROR. RFC 2812 3.1.7, 3.7.4. */
public final class Departure {
    private final NetworkDraft state;
    private final OutputBuilder out;
    private final Session session;
    private final String text;

    private Departure(NetworkDraft state, OutputBuilder out, Session session, String reason) {
        this.state = state;
        this.out = out;
        this.session = session;
        this.text = InputLine.clean(reason);
    }

    /**
     * Ends a session that does not end itself.
     *
     * @param reason free text, anything that a client may have sent
     */
    public static void quit(NetworkDraft state, OutputBuilder out, Session session, String reason) {
        Departure departure = new Departure(state, out, session, reason);
        departure.end(departure.text, false);
    }

    /**
     * The same for a session that says so itself, by a line or by deleting it, so that nobody can
     * look as if the network had ended him: Modern IRC, "QUIT message".
     */
    public static void left(NetworkDraft state, OutputBuilder out, Session session, String reason) {
        Departure departure = new Departure(state, out, session, reason);
        departure.end("Quit: " + departure.text, false);
    }

    /** The same for the victim of a KILL, who sees that QUIT, too: Modern IRC, "KILL message". */
    static void killed(NetworkDraft state, OutputBuilder out, Session session, String reason) {
        Departure departure = new Departure(state, out, session, reason);
        departure.end(departure.text, true);
    }

    private void end(String told, boolean shown) {
        if (session.isLink()) {
            List<Session> clients = state.sessions().pseudoClients(session.id());
            clients.sort(Comparator.comparing(Session::nick));
            clients.forEach(client -> quit(state, out, state.session(client.id()), text));
        } else if (session.registered()) {
            tell(told, shown);
        }
        if (!session.isPseudoClient()) {
            String name = session.registered() ? session.nick().toString() : "*";
            String error = "Closing Link: " + name + "[" + session.host() + "] (" + text + ")";
            out.add(new Recipients.One(session.id()), LineBuilder.of("ERROR").text(error).build());
        }
        state.end(session);
    }

    /** A pseudo-client was never announced to other links, and its own knows. */
    private void tell(String told, boolean shown) {
        boolean user = !session.isPseudoClient();
        Optional<SessionId> silent = user ? Optional.empty() : Optional.of(session.stream());
        Audience others = new Audience(state, silent);
        if (shown) {
            others.one(session.id());
        }
        for (ChannelName name : session.channels()) {
            others.membersBut(state.channels().find(name).orElseThrow(), session.id());
        }
        if (user) {
            others.services();
        }
        String line = LineBuilder.from(session.prefix(), "QUIT").text(told).build();
        others.recipients().ifPresent(recipients -> out.add(recipients, line));
    }
}
