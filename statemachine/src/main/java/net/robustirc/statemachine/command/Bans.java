package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.Identity;
import net.robustirc.statemachine.state.NetworkBan;
import net.robustirc.statemachine.state.NetworkBans;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/** Keeps those out whom the network has banned, and ends their sessions. */
public final class Bans {
    private Bans() {}

    /** The ban that holds for a session, with the nick that it has or is about to have. */
    static Optional<NetworkBan> find(NetworkDraft state, Session session, Nick nick) {
        NetworkBans bans = state.bans();
        return bans.isEmpty() || !bannable(session)
                ? Optional.empty()
                : bans.find(Identity.of(session, nick), state.clock().timeNanos());
    }

    /** Ends a session if it is banned; whether it was. */
    static boolean end(NetworkDraft state, OutputBuilder out, Session session, Nick nick) {
        Optional<NetworkBan> ban = find(state, session, nick);
        ban.ifPresent(found -> end(state, out, session, found));
        return ban.isPresent();
    }

    /** Ends a session by that ban, and says so: Modern IRC, 465. */
    static void end(NetworkDraft state, OutputBuilder out, Session session, NetworkBan ban) {
        LineBuilder banned =
                LineBuilder.from(state.name(), Numeric.ERR_YOUREBANNEDCREEP.code())
                        .word(session.registered() ? session.nick().toString() : "*")
                        .text(Numeric.ERR_YOUREBANNEDCREEP.text());
        out.add(new Recipients.One(session.id()), banned.build());
        Departure.quit(state, out, session, "You are banned (" + ban.reason() + ")");
    }

    /** Sessions that a ban means, in the order of their ids. */
    static List<Session> matching(NetworkDraft state, NetworkBan ban) {
        List<Session> found = new ArrayList<>();
        for (Session session : state.sessions().byId().values()) {
            if (bannable(session) && ban.holds(Identity.of(session), state.clock().timeNanos())) {
                found.add(session);
            }
        }
        return found;
    }

    /** After another configuration: ends the sessions that it bans, in the order of their ids. */
    public static void enforce(NetworkDraft state, OutputBuilder out) {
        NetworkBans configured = new NetworkBans(NetworkBans.NONE.set(), state.bans().configured());
        if (configured.isEmpty()) {
            return;
        }
        for (Session session : List.copyOf(state.sessions().byId().values())) {
            if (bannable(session)) {
                configured
                        .find(Identity.of(session), state.clock().timeNanos())
                        .ifPresent(ban -> end(state, out, session, ban));
            }
        }
    }

    /** Services know a password, and share the address of a node or of a host of many users. */
    private static boolean bannable(Session session) {
        return !session.isLink() && !session.isPseudoClient();
    }
}
