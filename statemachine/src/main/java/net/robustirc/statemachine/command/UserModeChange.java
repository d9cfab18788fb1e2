package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;

/** MODE with a nick: one's own modes. RFC 2812 3.1.5. */
final class UserModeChange {
    private UserModeChange() {}

    static void run(Call call) {
        Optional<Session> user = call.state().sessions().findNick(call.param(0));
        if (user.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (!user.get().id().equals(call.sender())) {
            call.reply(Numeric.ERR_USERSDONTMATCH);
        } else if (call.param(1).isEmpty()) {
            String modes = user.get().profile().invisible() ? "+i" : "+";
            call.replyWords(Numeric.RPL_UMODEIS, modes);
        } else {
            change(call, call.param(1));
        }
    }

    private static void change(Call call, String letters) {
        boolean adding = true;
        boolean unknown = false;
        Profile profile = call.session().profile();
        boolean invisible = profile.invisible();
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case '+' -> adding = true;
                case '-' -> adding = false;
                case 'i' -> invisible = adding;
                default -> unknown = true;
            }
        }
        if (unknown) {
            call.reply(Numeric.ERR_UMODEUNKNOWNFLAG);
        }
        if (invisible != profile.invisible()) {
            Session me = call.update(profile.withInvisible(invisible));
            String change = invisible ? "+i" : "-i";
            call.send(call.says("MODE").word(me.nick().toString()).last(change));
        }
    }
}
