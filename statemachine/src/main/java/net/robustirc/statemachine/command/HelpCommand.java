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
        String asked = call.param(0);
        boolean word = asked.indexOf(' ') < 0 && !asked.startsWith(":");
        String subject = word ? CaseFolding.upper(asked) : "*";
        Optional<List<String>> lines = HelpTexts.find(subject);
        if (subject.isEmpty()) {
            start(call, INDEX, "HELP <command> explains one of these commands:");
            call.replyItems(Numeric.RPL_HELPTXT, HelpTexts.commands(), INDEX);
            call.reply(Numeric.RPL_ENDOFHELP, INDEX);
        } else if (lines.isPresent()) {
            explain(call, subject, lines.get());
        } else {
            call.reply(Numeric.ERR_HELPNOTFOUND, subject);
        }
    }

    /** A title, and an empty line under it, as Modern IRC asks for. */
    private static void start(Call call, String subject, String title) {
        call.replyText(Numeric.RPL_HELPSTART, title, subject);
        call.replyText(Numeric.RPL_HELPTXT, "", subject);
    }

    private static void explain(Call call, String subject, List<String> lines) {
        start(call, subject, lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            call.replyText(Numeric.RPL_HELPTXT, line, subject);
        }
        call.reply(Numeric.RPL_ENDOFHELP, subject);
    }
}
