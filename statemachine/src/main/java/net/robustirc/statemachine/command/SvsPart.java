package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** SVSPART: takes a user off a channel as if it left. */
final class SvsPart implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("SVSPART", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Session> user = Link.user(call, call.param(0));
        Optional<Channel> channel = call.channel(call.param(1));
        if (user.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(1));
        } else if (!channel.get().has(user.get().id())) {
            call.reply(Numeric.ERR_NOTONCHANNEL, call.param(1));
        } else {
            PartCommand.leave(call.as(user.get().id()), channel.get(), Link.text(call, 2, ""));
        }
    }
}
