package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;

/** TIME: the network's time, that of the command itself. RFC 2812 3.4.6. */
final class TimeCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("TIME", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            call.replyText(Numeric.RPL_TIME, TimeText.utc(call.timeNanos()), call.state().name());
        }
    }
}
