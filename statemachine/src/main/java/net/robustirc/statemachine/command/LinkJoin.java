package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** JOIN of a pseudo-client: no mode, ban or limit keeps it out. */
final class LinkJoin implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("JOIN", 1);
    }

    @Override
    public void run(Call call) {
        for (String typed : call.list(0)) {
            join(call, typed);
        }
    }

    private static void join(Call call, String typed) {
        Optional<ChannelName> name = ChannelName.parse(typed);
        Optional<Session> client = Link.client(call);
        if (name.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, typed);
        } else if (client.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, typed);
        } else if (!client.get().channels().contains(name.get())) {
            enter(call, client.get(), name.get());
        }
    }

    /** Whoever creates a channel is its operator. */
    private static void enter(Call call, Session client, ChannelName name) {
        Optional<Channel> existing = call.state().channels().find(name);
        MemberStatus status = existing.isPresent() ? MemberStatus.PLAIN : MemberStatus.OPERATOR;
        Channel before = existing.orElseGet(() -> Link.createChannel(call, name));
        Channel channel = call.state().join(before, client, status);
        call.sendAll(channel, call.says("JOIN").last(channel.name().toString()));
    }
}
