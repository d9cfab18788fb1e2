package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Prefix;
import net.robustirc.statemachine.state.Session;

/** KILL from services: ends a session, also one that has not registered. */
final class LinkKill implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("KILL", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Session> victim = call.state().sessions().findNick(call.param(0));
        if (victim.isEmpty()) {
            Link.refuse(call, Numeric.ERR_NOSUCHNICK, call.param(0));
        } else {
            kill(call, victim.get(), Link.text(call, 1, ""));
        }
    }

    private static void kill(Call call, Session victim, String reason) {
        Prefix killer =
                Link.client(call).map(Session::prefix).orElse(new Prefix(call.actor(), "", ""));
        String host = killer.host().isEmpty() ? "" : killer.host() + "!";
        String path = "ircd!" + host + killer.name() + " (" + reason + ")";
        call.send(
                victim.id(),
                LineBuilder.from(killer, "KILL").word(victim.nick().toString()).text(path));
        Departure.killed(call.state(), call.out(), victim, "Killed: " + reason);
    }
}
