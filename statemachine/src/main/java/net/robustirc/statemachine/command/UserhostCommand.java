package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** USERHOST: user and host of a few nicks, and whether they are away. RFC 2812 4.8. */
final class UserhostCommand implements IrcCommand {
    /** More are ignored, as the RFC says; announced as TARGMAX. */
    static final int MAX_NICKS = 5;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("USERHOST", 1);
    }

    @Override
    public void run(Call call) {
        List<String> users = IsonCommand.users(call, MAX_NICKS).map(UserhostCommand::item).toList();
        if (users.isEmpty()) {
            call.replyText(Numeric.RPL_USERHOST, "");
        }
        call.replyItems(Numeric.RPL_USERHOST, users);
    }

    private static String item(Session user) {
        String sign = user.profile().away().isEmpty() ? "+" : "-";
        String operator = user.profile().has(UserMode.OPERATOR) ? "*" : "";
        return user.nick() + operator + "=" + sign + user.profile().username() + "@" + user.host();
    }
}
