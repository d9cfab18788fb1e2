package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** PART of a pseudo-client. */
final class LinkPart implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("PART", 1);
    }

    @Override
    public void run(Call call) {
        for (String typed : call.list(0)) {
            part(call, typed);
        }
    }

    private static void part(Call call, String typed) {
        Optional<Channel> channel = call.channel(typed);
        Optional<Session> client = Link.client(call);
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, typed);
        } else if (client.filter(found -> channel.get().has(found.id())).isEmpty()) {
            call.reply(Numeric.ERR_NOTONCHANNEL, typed);
        } else {
            call.state().leave(channel.get(), client.get());
            call.sendAll(channel.get(), call.says("PART").last(channel.get().name().toString()));
        }
    }
}
