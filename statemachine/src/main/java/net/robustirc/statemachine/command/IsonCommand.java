package net.robustirc.statemachine.command;

import java.util.List;
import java.util.stream.Collectors;
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
        call.replyText(
                Numeric.RPL_ISON,
                users(call).map(user -> user.nick().toString()).collect(Collectors.joining(" ")));
    }

    /**
     * The users among the nicks that were asked for; clients send them as one or many parameters.
     */
    static Stream<Session> users(Call call) {
        return call.paramsFrom(0).stream()
                .map(param -> Words.split(param, ' '))
                .flatMap(List::stream)
                .flatMap(nick -> call.state().sessions().findNick(nick).stream())
                .filter(Session::registered);
    }
}
