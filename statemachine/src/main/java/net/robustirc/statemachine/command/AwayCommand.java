package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;

/** AWAY: says why one does not answer, or that one is back. RFC 2812 4.1. */
final class AwayCommand implements IrcCommand {
    /** Announced as AWAYLEN, in bytes. */
    static final int MAX_BYTES = 200;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("AWAY", 0);
    }

    @Override
    public void run(Call call) {
        String text = Utf8.cut(Words.trimmed(String.join(" ", call.paramsFrom(0))), MAX_BYTES);
        call.state().replace(call.session().with(call.session().profile().withAway(text)));
        call.reply(text.isEmpty() ? Numeric.RPL_UNAWAY : Numeric.RPL_NOWAWAY);
    }
}
