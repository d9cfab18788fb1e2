package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.Session;

/** INVITE: asks a user onto a channel. RFC 2812 3.2.7. */
final class InviteCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("INVITE", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = call.channel(call.param(1));
        Optional<Session> guest =
                call.state().sessions().findNick(call.param(0)).filter(Session::registered);
        Optional<Refusal> refusal = refusal(call, channel, guest);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
        } else {
            invite(call, channel.orElseThrow(), guest.orElseThrow());
        }
    }

    private static Optional<Refusal> refusal(
            Call call, Optional<Channel> found, Optional<Session> guest) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, call.param(1)));
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!channel.has(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTONCHANNEL, name));
        }
        if (guest.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHNICK, call.param(0)));
        }
        if (channel.has(guest.get().id())) {
            String nick = guest.get().nick().toString();
            return Optional.of(Refusal.of(Numeric.ERR_USERONCHANNEL, nick, name));
        }
        return channel.has(ChannelFlag.INVITE_ONLY) && !channel.operatedBy(call.sender())
                ? Optional.of(Refusal.of(Numeric.ERR_CHANOPRIVSNEEDED, name))
                : Optional.empty();
    }

    private static void invite(Call call, Channel channel, Session guest) {
        String nick = guest.nick().toString();
        String name = channel.name().toString();
        call.state().invite(guest, channel, call.sender());
        call.replyWords(Numeric.RPL_INVITING, nick, name);
        call.send(
                call.audience().one(guest.id()).services(),
                call.says("INVITE").word(nick).last(name));
        TextMessage.tellAway(call, guest);
    }
}
