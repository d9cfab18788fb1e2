package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.BanMask;
import net.robustirc.irc.CaseFolding;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.NetworkBan;

/** UNGLINE and UNKLINE: lift a ban. */
final class UnglineCommand implements IrcCommand {
    private final String name;

    UnglineCommand(String name) {
        this.name = name;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered(name, 1);
    }

    @Override
    public void run(Call call) {
        if (call.lacks(Privilege.GLINE)) {
            return;
        }
        String typed = call.param(0);
        Optional<NetworkBan> byMask =
                BanMask.parse(typed)
                        .map(mask -> CaseFolding.fold(mask.toString()))
                        .flatMap(key -> call.state().bans().find(key));
        Optional<NetworkBan> ban =
                byMask.or(() -> call.state().bans().findAbout(typed))
                        .filter(found -> !found.expired(call.timeNanos()));
        if (ban.isEmpty()) {
            call.notice("No operator has set a ban of " + typed);
            return;
        }
        call.state().ban(call.state().bans().minus(ban.get()));
        // As it was asked for: a ban set by nick must not tell whose an address is.
        call.notice("No longer banned: " + ban.get().shown(byMask.isPresent()));
        call.audit(name + " " + ban.get().shown(false));
    }
}
