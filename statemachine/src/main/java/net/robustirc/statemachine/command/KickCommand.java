package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** KICK: takes a member off a channel. RFC 2812 3.2.8. */
final class KickCommand implements IrcCommand {
    /** Announced as KICKLEN, in bytes. */
    static final int MAX_BYTES = 390;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("KICK", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Refusal> refusal = refusal(call);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
            return;
        }
        Channel channel = call.channel(call.param(0)).orElseThrow();
        Session victim = call.state().sessions().findNick(call.param(1)).orElseThrow();
        String reason = Utf8.cut(call.param(2), MAX_BYTES);
        String text = reason.isEmpty() ? call.session().nick().toString() : reason;
        call.sendAll(
                channel,
                call.says("KICK")
                        .word(channel.name().toString())
                        .word(victim.nick().toString())
                        .text(text));
        call.state().leave(channel, victim);
    }

    private static Optional<Refusal> refusal(Call call) {
        Optional<Channel> found = call.channel(call.param(0));
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, call.param(0)));
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!channel.has(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTONCHANNEL, name));
        }
        if (!channel.operatedBy(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_CHANOPRIVSNEEDED, name));
        }
        String nick = call.param(1);
        boolean there =
                call.state()
                        .sessions()
                        .findNick(nick)
                        .filter(user -> channel.has(user.id()))
                        .isPresent();
        return there
                ? Optional.empty()
                : Optional.of(Refusal.of(Numeric.ERR_USERNOTINCHANNEL, nick, name));
    }
}
