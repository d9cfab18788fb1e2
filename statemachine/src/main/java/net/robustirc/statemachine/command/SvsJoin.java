package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** SVSJOIN: takes a user onto a channel, whatever keeps others out. */
final class SvsJoin implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("SVSJOIN", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Session> user = Link.user(call, call.param(0));
        Optional<ChannelName> name = ChannelName.parse(call.param(1));
        if (user.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (name.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(1));
        } else if (!user.get().channels().contains(name.get())) {
            Optional<Channel> existing = call.state().channels().find(name.get());
            MemberStatus status = existing.isPresent() ? MemberStatus.PLAIN : MemberStatus.OPERATOR;
            Channel channel = existing.orElseGet(() -> Link.createChannel(call, name.get()));
            JoinCommand.enter(call.as(user.get().id()), channel, status);
        }
    }
}
