package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;

/** INFO: describes the server. RFC 2812 3.4.10. */
final class InfoCommand implements IrcCommand {
    private static final List<String> LINES =
            List.of(
                    "RobustIRC: an IRC network that never splits.",
                    "Several nodes are this one server; while most of them run, nobody notices",
                    "that one is missing, and no line is lost or comes twice.");

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("INFO", 0);
    }

    @Override
    public void run(Call call) {
        if (!Here.asked(call, 0)) {
            return;
        }
        LINES.forEach(line -> call.replyText(Numeric.RPL_INFO, line));
        String created = TimeText.utc(call.state().clock().createdNanos());
        call.replyText(Numeric.RPL_INFO, "This network began " + created);
        call.reply(Numeric.RPL_ENDOFINFO);
    }
}
