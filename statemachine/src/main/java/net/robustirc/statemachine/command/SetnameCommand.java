package net.robustirc.statemachine.command;

import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Session;

/** SETNAME: changes one's real name. IRCv3 "setname". */
final class SetnameCommand implements IrcCommand {
    /** Announced as NAMELEN, in bytes. */
    static final int MAX_BYTES = 150;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("SETNAME", 1);
    }

    /** The answer is a NOTICE: SETNAME itself is for clients that have asked for the capability. */
    @Override
    public void run(Call call) {
        String name = Utf8.cut(call.param(0), MAX_BYTES);
        if (name.isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
            return;
        }
        Session me = call.session();
        call.update(me.profile().withUser(me.profile().username(), name));
        call.send(
                LineBuilder.from(call.state().name(), "NOTICE")
                        .word(me.nick().toString())
                        .text("Your real name is now: " + name));
    }
}
