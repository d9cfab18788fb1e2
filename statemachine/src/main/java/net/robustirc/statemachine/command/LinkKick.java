package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** KICK from services: takes a member off a channel. */
final class LinkKick implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("KICK", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = call.channel(call.param(0));
        Optional<Session> victim = call.state().sessions().findNick(call.param(1));
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(0));
        } else if (victim.filter(found -> channel.get().has(found.id())).isEmpty()) {
            call.reply(Numeric.ERR_USERNOTINCHANNEL, call.param(1), call.param(0));
        } else {
            kick(call, channel.get(), victim.get());
        }
    }

    /** Also the link that asked hears of it, as irc-commands.md 5.2 says. */
    private static void kick(Call call, Channel channel, Session victim) {
        String reason = Utf8.cut(Link.text(call, 2, call.actor()), KickCommand.MAX_BYTES);
        Audience all = new Audience(call.state(), Optional.empty()).members(channel).services();
        call.send(
                all,
                call.says("KICK")
                        .word(channel.name().toString())
                        .word(victim.nick().toString())
                        .text(reason));
        call.state().leave(channel, victim);
    }
}
