package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.irc.Fields;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.Numeric;

/** MOTD: the message of the day, 422 if there is none. RFC 2812 3.4.1. */
final class MotdCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("MOTD", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            answer(call);
        }
    }

    static void answer(Call call) {
        if (call.config().motd().isEmpty()) {
            call.reply(Numeric.ERR_NOMOTD);
            return;
        }
        call.replyText(Numeric.RPL_MOTDSTART, "- " + call.state().name() + " Message of the day -");
        for (String line : lines(call.config().motd())) {
            call.replyLong(Numeric.RPL_MOTD, "- " + InputLine.clean(line));
        }
        call.reply(Numeric.RPL_ENDOFMOTD);
    }

    /** Empty lines are lines, too; the one after the last LF is none. */
    private static List<String> lines(String motd) {
        List<String> lines = Fields.of(motd, '\n');
        int last = lines.size() - 1;
        return lines.get(last).isEmpty() ? lines.subList(0, last) : lines;
    }
}
