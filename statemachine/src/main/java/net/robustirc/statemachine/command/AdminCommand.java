package net.robustirc.statemachine.command;

import net.robustirc.irc.InputLine;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.NetworkConfig;

/** ADMIN: who runs the network, as the configuration says. RFC 2812 3.4.9. */
final class AdminCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("ADMIN", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            answer(call, call.config().admin());
        }
    }

    private static void answer(Call call, NetworkConfig.Admin admin) {
        if (!admin.isSet()) {
            call.reply(Numeric.ERR_NOADMININFO, call.state().name());
            return;
        }
        call.reply(Numeric.RPL_ADMINME, call.state().name());
        call.replyText(Numeric.RPL_ADMINLOC1, InputLine.clean(admin.location()));
        call.replyText(Numeric.RPL_ADMINLOC2, InputLine.clean(admin.organisation()));
        call.replyText(Numeric.RPL_ADMINEMAIL, InputLine.clean(admin.email()));
    }
}
