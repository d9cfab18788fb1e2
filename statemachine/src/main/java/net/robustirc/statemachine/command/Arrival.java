package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Address;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/**
 * Where sessions come from. An address becomes known with a line, for there is none when a session
 * is created, and it may change with every line; bans are checked then (ours.md section 4).
 */
public final class Arrival {
    /** Of what a trusted bridge may call an address though it is none. */
    private static final int MAX_BYTES = 64;

    private Arrival() {}

    /**
     * Keeps where a line came from.
     *
     * @param posted the session that posted it
     * @param remoteAddress as the web application knows it; empty if it does not
     * @return the session as it is now; empty if it is banned, and so has ended
     */
    public static Optional<Session> of(
            NetworkDraft state, OutputBuilder out, Session posted, String remoteAddress) {
        String before = posted.entrance().address();
        if (remoteAddress.isEmpty() || remoteAddress.equals(before)) {
            return Optional.of(posted);
        }
        String address = canonical(remoteAddress);
        if (address.equals(before)) {
            return Optional.of(posted);
        }
        NetworkConfig config = state.config().config();
        Session session = posted.with(posted.entrance().from(address, Cloaks.of(config, address)));
        return moved(state, out, posted, session) ? Optional.of(session) : Optional.empty();
    }

    /**
     * Keeps a session whose address or cloak may be another one.
     *
     * @return whether it is still there: it may be banned now
     */
    static boolean moved(NetworkDraft state, OutputBuilder out, Session before, Session session) {
        if (session == before) {
            return true;
        }
        state.replace(session);
        if (Bans.end(state, out, session, session.nick())) {
            return false;
        }
        if (session.registered() && !session.host().equals(before.host())) {
            out.add(new Recipients.One(session.id()), visibleHost(state, session));
        }
        return true;
    }

    /** A cloak changes with the address, and so what others see. */
    private static String visibleHost(NetworkDraft state, Session session) {
        Numeric numeric = Numeric.RPL_VISIBLEHOST;
        return LineBuilder.from(state.name(), numeric.code())
                .word(session.nick().toString())
                .word(session.host())
                .text(numeric.text())
                .build();
    }

    /** One form for each address; what is none loses the characters that a prefix cannot have. */
    private static String canonical(String remoteAddress) {
        Optional<Address> address = Address.parse(remoteAddress);
        if (address.isPresent()) {
            return address.get().toString();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < remoteAddress.length(); i++) {
            char c = remoteAddress.charAt(i);
            if (c > ' ' && c < 0x7F && c != '@' && c != '!' && c != ',') {
                text.append(c);
            }
        }
        return Utf8.cut(text.toString(), MAX_BYTES);
    }

    /** An address as a parameter: it may not begin with a colon. */
    static String word(String address) {
        return address.startsWith(":") ? "0" + address : address;
    }
}
