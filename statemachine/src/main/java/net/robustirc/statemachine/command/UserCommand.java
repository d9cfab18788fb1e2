package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;

/** USER: the second half of registration. RFC 2812 3.1.3. */
final class UserCommand implements IrcCommand {
    /** Announced as USERLEN, in bytes. */
    static final int MAX_BYTES = 20;

    @Override
    public CommandSpec spec() {
        return CommandSpec.unregistered("USER", 4);
    }

    @Override
    public void run(Call call) {
        String username = username(call.param(0));
        if (username.isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
            return;
        }
        String typed = call.param(call.paramCount() - 1);
        String realName = Utf8.cut(typed, SetnameCommand.MAX_BYTES);
        call.update(call.session().profile().withUser(username, realName));
        Registration.attempt(call);
    }

    /** Without the characters that end a user in a prefix. */
    static String username(String typed) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c > ' ' && c != '@' && c != '!' && c != ':') {
                name.append(c);
            }
        }
        return Utf8.cut(name.toString(), MAX_BYTES);
    }
}
