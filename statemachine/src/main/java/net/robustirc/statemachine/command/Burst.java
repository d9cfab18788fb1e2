package net.robustirc.statemachine.command;

import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** What a new services link is told of the network, and it alone: irc-commands.md 5.1. */
final class Burst {
    private Burst() {}

    static void send(Call call) {
        call.send(LineBuilder.of("SERVER").word(call.state().name()).word("1").last("23"));
        for (SessionId id : call.state().sessions().byNick().values()) {
            Session user = call.state().session(id);
            if (user.registered() && !user.isPseudoClient()) {
                user(call, user);
            }
        }
    }

    private static void user(Call call, Session user) {
        call.send(Introduction.nick(call.state(), user));
        for (ChannelName name : user.channels()) {
            Channel channel = call.state().channels().find(name).orElseThrow();
            call.send(Introduction.join(call.state(), channel, user));
        }
    }
}
