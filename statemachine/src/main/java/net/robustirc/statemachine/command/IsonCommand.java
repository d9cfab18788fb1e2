package net.robustirc.statemachine.command;

import java.util.List;
import java.util.stream.Stream;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;

/** ISON: which of these nicks are here. RFC 2812 4.9. */
final class IsonCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("ISON", 1);
    }

    @Override
    public void run(Call call) {
        List<String> nicks =
                users(call, Integer.MAX_VALUE).map(user -> user.nick().toString()).toList();
        if (nicks.isEmpty()) {
            call.replyText(Numeric.RPL_ISON, "");
        }
        call.replyItems(Numeric.RPL_ISON, nicks);
    }

    /**
     * The users among the first few nicks that were asked for; clients send them as one or many
     * parameters.
     */
    static Stream<Session> users(Call call, int most) {
        return call.paramsFrom(0).stream()
                .map(param -> Words.split(param, ' '))
                .flatMap(List::stream)
                .limit(most)
                .flatMap(nick -> call.state().sessions().findNick(nick).stream())
                .filter(Session::registered);
    }
}
