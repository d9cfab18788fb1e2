package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.NetworkDraft;

/** Takes posted lines to their commands, once the preconditions of the table hold. */
public final class LineDispatcher {
    private final CommandTable table;

    LineDispatcher(CommandTable table) {
        this.table = table;
    }

    /** Knows all commands that clients may use. */
    public static LineDispatcher standard() {
        return new LineDispatcher(CommandTable.standard());
    }

    /**
     * Runs the line of a session that exists.
     *
     * @param posted anything that a client may send
     */
    public void dispatch(NetworkDraft state, OutputBuilder out, SessionId sender, String posted) {
        String line = InputLine.clean(posted);
        IrcMessage message = IrcMessage.parse(line);
        if (message.command().isEmpty()) {
            return;
        }
        Call call = new Call(state, out, sender, message);
        if (InputLine.tooLong(line)) {
            call.reply(Numeric.ERR_INPUTTOOLONG);
            return;
        }
        if (!isKeepAlive(message.command())) {
            state.replace(call.session().spoke());
        }
        run(call);
    }

    private static boolean isKeepAlive(String command) {
        return command.equals("PING") || command.equals("PONG");
    }

    private void run(Call call) {
        Optional<IrcCommand> command = table.find(call.command());
        boolean registered = call.session().registered();
        if (!registered && !command.map(c -> c.spec().beforeRegistration()).orElse(false)) {
            call.reply(Numeric.ERR_NOTREGISTERED);
        } else if (command.isEmpty()) {
            call.reply(Numeric.ERR_UNKNOWNCOMMAND, call.command());
        } else if (registered && !command.get().spec().afterRegistration()) {
            call.reply(Numeric.ERR_ALREADYREGISTERED);
        } else if (call.paramCount() < command.get().spec().minParams()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
        } else {
            command.get().run(call);
        }
    }
}
