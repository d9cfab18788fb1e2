package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/**
 * A text to {@code $mask}: to all users of the servers that the mask means, which is everybody or
 * nobody. RFC 2812 3.3.1.
 */
final class Announcement {
    private Announcement() {}

    /** Sends the text to everybody, or says why not. */
    static Optional<Refusal> refusal(Call call, String typed) {
        if (!call.may(Privilege.ANNOUNCE)) {
            boolean operator = call.session().profile().has(UserMode.OPERATOR);
            return Optional.of(
                    operator
                            ? Refusal.of(Numeric.ERR_NOPRIVS, Privilege.ANNOUNCE.text())
                            : Refusal.of(Numeric.ERR_NOPRIVILEGES));
        }
        String mask = typed.substring(1);
        Optional<Refusal> refusal = refusalOfMask(call, mask);
        if (refusal.isPresent()) {
            return refusal;
        }
        call.audit(call.command() + " " + typed + " " + call.param(1));
        List<SessionId> everybody = new ArrayList<>();
        for (Session session : call.state().sessions().byId().values()) {
            if (session.registered() && !session.isPseudoClient()) {
                everybody.add(session.id());
            }
        }
        call.sendEach(everybody, TextMessage.line(call, typed));
        return Optional.empty();
    }

    /** A server's own name passes, also one without a dot. */
    private static Optional<Refusal> refusalOfMask(Call call, String mask) {
        int dot = mask.lastIndexOf('.');
        if (dot < 0 && !CaseFolding.fold(mask).equals(CaseFolding.fold(call.state().name()))) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTOPLEVEL, mask));
        }
        if (mask.indexOf('*', dot + 1) >= 0 || mask.indexOf('?', dot + 1) >= 0) {
            return Optional.of(Refusal.of(Numeric.ERR_WILDTOPLEVEL, mask));
        }
        return Here.matches(call, mask)
                ? Optional.empty()
                : Optional.of(Refusal.of(Numeric.ERR_NOSUCHSERVER, mask));
    }
}
