package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;

/** ADMIN: who runs the network; it does not say. RFC 2812 3.4.9. */
final class AdminCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("ADMIN", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            call.reply(Numeric.ERR_NOADMININFO, call.state().name());
        }
    }
}
