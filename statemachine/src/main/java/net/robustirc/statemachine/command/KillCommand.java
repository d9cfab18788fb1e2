package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.Session;

/** KILL: an IRC operator ends a user's session. RFC 2812 3.7.1; texts: Modern IRC, "KILL". */
final class KillCommand implements IrcCommand {
    private static final int MAX_BYTES = 300;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("KILL", 2);
    }

    @Override
    public void run(Call call) {
        if (call.lacks(Privilege.KILL)) {
            return;
        }
        String typed = call.param(0);
        Optional<Session> victim =
                call.state().sessions().findNick(typed).filter(Session::registered);
        if (victim.isEmpty()) {
            boolean server = typed.indexOf('.') >= 0 && Here.matches(call, typed);
            call.reply(
                    server ? Numeric.ERR_CANTKILLSERVER : Numeric.ERR_NOSUCHNICK,
                    server ? new String[0] : new String[] {typed});
            return;
        }
        kill(call, victim.get(), Utf8.cut(call.param(1), MAX_BYTES));
    }

    private static void kill(Call call, Session victim, String reason) {
        String nick = victim.nick().toString();
        String killer = call.session().nick().toString();
        call.audit("KILL " + nick + " " + victim.host() + ": " + reason);
        call.send(victim.id(), call.says("KILL").word(nick).text(reason));
        String text = "Killed (" + killer + " (" + reason + "))";
        Departure.killed(call.state(), call.out(), victim, text);
    }
}
