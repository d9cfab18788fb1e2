package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** WALLOPS: an IRC operator writes to all users with mode w. RFC 2812 4.7. */
final class WallopsCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("WALLOPS", 1);
    }

    @Override
    public void run(Call call) {
        if (call.lacks(Privilege.WALLOPS)) {
            return;
        }
        if (call.param(0).isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
            return;
        }
        call.audit("WALLOPS " + call.param(0));
        List<SessionId> listeners = new ArrayList<>();
        for (Session user : call.state().sessions().byId().values()) {
            if (user.registered() && user.profile().has(UserMode.WALLOPS)) {
                listeners.add(user.id());
            }
        }
        call.sendEach(listeners, call.says("WALLOPS").text(call.param(0)));
    }
}
