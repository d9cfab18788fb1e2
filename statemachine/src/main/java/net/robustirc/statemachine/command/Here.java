package net.robustirc.statemachine.command;

import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Mask;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;

/** Queries may name the server that shall answer: here there is only one. RFC 2812 3.4. */
final class Here {
    private Here() {}

    /** Whether the server that a parameter names is this one; answers 402 if not. */
    static boolean asked(Call call, int index) {
        String target = call.param(index);
        boolean here = target.isEmpty() || matches(call, target) || isUser(call, target);
        if (!here) {
            call.reply(Numeric.ERR_NOSUCHSERVER, target);
        }
        return here;
    }

    /** Whether a mask means this server. */
    static boolean matches(Call call, String mask) {
        return matches(mask, call.state().name());
    }

    /** Whether a mask means the server of that name. */
    static boolean matches(String mask, String server) {
        return Mask.matches(CaseFolding.fold(mask), CaseFolding.fold(server));
    }

    /** A user stands for its server. */
    private static boolean isUser(Call call, String nick) {
        return call.state().sessions().findNick(nick).filter(Session::registered).isPresent();
    }
}
