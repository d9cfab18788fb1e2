package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/** Takes posted lines to their commands, once the preconditions of the table hold. */
public final class LineDispatcher {
    /** Answers of no more lines are not counted: JOIN of a small channel has as many. */
    private static final int SHORT_ANSWER = 5;

    private final CommandTable table;
    private final LinkTable links = new LinkTable();

    LineDispatcher(CommandTable table) {
        this.table = table;
    }

    /** Knows all commands that clients may use. */
    public static LineDispatcher standard() {
        return new LineDispatcher(CommandTable.standard());
    }

    /**
     * Runs a line.
     *
     * @param sender a session that exists, as it is after the post
     * @param posted anything that a client may send
     */
    public void dispatch(
            NetworkDraft state, OutputBuilder out, Session sender, Command.IrcLine posted) {
        String line = InputLine.clean(posted.line());
        IrcMessage message = IrcMessage.parse(line);
        state.replace(speaks(message.command()) ? sender.spoke() : sender);
        if (message.command().isEmpty()) {
            return;
        }
        Call call = new Call(state, out, message, posted);
        if (InputLine.tooLong(line)) {
            call.reply(Numeric.ERR_INPUTTOOLONG);
            return;
        }
        if (sender.isLink()) {
            links.run(call);
        } else {
            run(call);
        }
    }

    /**
     * Clients and bridges keep their connections alive by themselves: that is no sign of a user.
     */
    private static boolean speaks(String command) {
        return !command.isEmpty() && !command.equals("PING") && !command.equals("PONG");
    }

    private void run(Call call) {
        boolean registered = call.session().registered();
        Optional<IrcCommand> found = table.find(call.command());
        if (found.isEmpty()) {
            if (registered) {
                call.reply(Numeric.ERR_UNKNOWNCOMMAND, call.command());
            } else {
                call.reply(Numeric.ERR_NOTREGISTERED);
            }
            return;
        }
        IrcCommand command = found.get();
        CommandSpec spec = command.spec();
        if (!registered && !spec.beforeRegistration()) {
            call.reply(Numeric.ERR_NOTREGISTERED);
        } else if (registered && !spec.afterRegistration()) {
            call.reply(Numeric.ERR_ALREADYREGISTERED);
        } else if (call.paramCount() < spec.minParams()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
        } else if (spec.longAnswers() && mustWait(call, command)) {
            call.reply(Numeric.RPL_TRYAGAIN, call.command());
        } else {
            call.state().count(spec.name());
            int before = call.out().lines().size();
            command.run(call);
            if (registered && call.out().lines().size() - before + call.looked() > SHORT_ANSWER) {
                charge(call, answers(call, before) + call.looked());
            }
        }
    }

    /**
     * Output is kept on all nodes for as long as a session may be idle, and a few bytes may ask for
     * megabytes of it.
     */
    private static boolean mustWait(Call call, IrcCommand command) {
        return command.asks(call) && !call.session().activity().mayBeAnswered(call.timeNanos());
    }

    /** What others are told is no answer: an operator may end thousands, and ask on. */
    private static int answers(Call call, int before) {
        List<OutputLine> lines = call.out().lines();
        Recipients sender = new Recipients.One(call.sender());
        int answers = 0;
        for (OutputLine line : lines.subList(before, lines.size())) {
            answers += line.recipients().equals(sender) ? 1 : 0;
        }
        return answers;
    }

    /** What is no question is counted as well, though it never has to wait. */
    private static void charge(Call call, int cost) {
        if (cost > SHORT_ANSWER) {
            call.state().sessions().find(call.sender()).ifPresent(me -> charge(call, me, cost));
        }
    }

    private static void charge(Call call, Session me, int cost) {
        call.state().replace(me.with(me.activity().answered(cost, call.timeNanos())));
    }
}
