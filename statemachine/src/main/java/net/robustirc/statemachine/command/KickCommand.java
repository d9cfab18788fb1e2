package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** KICK: takes members off a channel. RFC 2812 3.2.8. */
final class KickCommand implements IrcCommand {
    /** Announced as KICKLEN, in bytes. */
    static final int MAX_BYTES = 390;

    /** Members of one command; announced as TARGMAX, and those beyond it are left alone. */
    static final int MAX_TARGETS = 4;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("KICK", 2);
    }

    /** Several members of one channel, or one of each of several channels. */
    @Override
    public void run(Call call) {
        List<String> channels = call.list(0);
        List<String> nicks = call.list(1);
        if (nicks.isEmpty() || channels.size() != 1 && channels.size() != nicks.size()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
            return;
        }
        for (int i = 0; i < Math.min(nicks.size(), MAX_TARGETS); i++) {
            kick(call, channels.get(channels.size() == 1 ? 0 : i), nicks.get(i));
        }
        if (nicks.size() > MAX_TARGETS) {
            call.reply(Numeric.ERR_TOOMANYTARGETS, nicks.get(MAX_TARGETS));
        }
    }

    private static void kick(Call call, String typed, String nick) {
        Optional<Refusal> refusal = refusal(call, typed, nick);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
            return;
        }
        Channel channel = call.channel(typed).orElseThrow();
        Session victim = call.state().sessions().findNick(nick).orElseThrow();
        String reason = Utf8.cut(call.param(2), MAX_BYTES);
        String text = reason.isEmpty() ? call.session().nick().toString() : reason;
        call.announce(
                channel,
                call.says("KICK")
                        .word(channel.name().toString())
                        .word(victim.nick().toString())
                        .text(text));
        call.state().leave(channel, victim);
    }

    private static Optional<Refusal> refusal(Call call, String typed, String nick) {
        Optional<Channel> found = call.channel(typed);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, typed));
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!channel.has(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTONCHANNEL, name));
        }
        if (!channel.operatedBy(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_CHANOPRIVSNEEDED, name));
        }
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
