package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** INVITE from services: asks a user onto a channel, whoever is on it. */
final class LinkInvite implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("INVITE", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Session> guest = Link.user(call, call.param(0));
        Optional<Channel> channel = call.channel(call.param(1));
        if (guest.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(1));
        } else {
            invite(call, guest.get(), channel.get());
        }
    }

    private static void invite(Call call, Session guest, Channel channel) {
        String nick = guest.nick().toString();
        String name = channel.name().toString();
        if (channel.has(guest.id())) {
            call.reply(Numeric.ERR_USERONCHANNEL, nick, name);
            return;
        }
        call.state().invite(guest, channel, call.sender());
        call.replyWords(Numeric.RPL_INVITING, nick, name);
        call.send(guest.id(), call.says("INVITE").word(nick).last(name));
    }
}
