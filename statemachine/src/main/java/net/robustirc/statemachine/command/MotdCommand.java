package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;

/** MOTD: the message of the day. RFC 2812 3.4.1. */
final class MotdCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("MOTD", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            answer(call);
        }
    }

    static void answer(Call call) {
        call.replyText(Numeric.RPL_MOTDSTART, "- " + call.state().name() + " Message of the day -");
        call.replyText(Numeric.RPL_MOTD, "- No MOTD configured yet.");
        call.reply(Numeric.RPL_ENDOFMOTD);
    }
}
