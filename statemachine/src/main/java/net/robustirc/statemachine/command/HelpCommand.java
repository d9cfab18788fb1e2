package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Numeric;

/** HELP and HELPOP: explain a command, or list them. Modern IRC, "HELP message". */
final class HelpCommand implements IrcCommand {
    private static final String INDEX = "index";

    private final String name;

    HelpCommand(String name) {
        this.name = name;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered(name, 0);
    }

    @Override
    public void run(Call call) {
        String subject = CaseFolding.upper(call.param(0));
        if (subject.isEmpty()) {
            call.replyText(
                    Numeric.RPL_HELPSTART, "HELP <command> explains one of these commands:", INDEX);
            call.replyItems(Numeric.RPL_HELPTXT, HelpTexts.commands(), INDEX);
            call.reply(Numeric.RPL_ENDOFHELP, INDEX);
            return;
        }
        Optional<List<String>> lines = HelpTexts.find(subject);
        if (lines.isPresent()) {
            explain(call, subject, lines.get());
        } else {
            call.reply(Numeric.ERR_HELPNOTFOUND, call.param(0));
        }
    }

    private static void explain(Call call, String subject, List<String> lines) {
        call.replyText(Numeric.RPL_HELPSTART, lines.get(0), subject);
        for (String line : lines.subList(1, lines.size())) {
            call.replyText(Numeric.RPL_HELPTXT, line, subject);
        }
        call.reply(Numeric.RPL_ENDOFHELP, subject);
    }
}
