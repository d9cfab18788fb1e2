package net.robustirc.statemachine.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Mask;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** WHO: who is on a channel, or fits a nick or a mask. RFC 2812 3.6.1. */
final class WhoCommand implements IrcCommand {
    /** Users shown for a mask; more are cut off with 416. */
    private static final int MAX_MATCHES = 500;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("WHO", 0);
    }

    @Override
    public void run(Call call) {
        String mask = call.param(0);
        if (ChannelName.looksLikeOne(mask)) {
            call.channel(mask)
                    .filter(channel -> channel.visibleTo(call.sender()))
                    .ifPresent(channel -> members(call, channel));
        } else if (Mask.isPattern(mask)) {
            matches(call, mask);
        } else {
            call.state()
                    .sessions()
                    .findNick(mask)
                    .filter(Session::registered)
                    .ifPresent(user -> user(call, user));
        }
        call.reply(Numeric.RPL_ENDOFWHO, mask.isEmpty() ? "*" : mask);
    }

    private static void members(Call call, Channel channel) {
        boolean inside = channel.has(call.sender());
        Map<Nick, Session> byNick = new TreeMap<>();
        for (SessionId id : channel.members().members().keySet()) {
            Session user = call.state().session(id);
            if (inside || !user.profile().invisible()) {
                byNick.put(user.nick(), user);
            }
        }
        byNick.values()
                .forEach(user -> line(call, user, channel.name().toString(), sign(channel, user)));
    }

    private static void matches(Call call, String mask) {
        String folded = CaseFolding.fold(mask);
        int shown = 0;
        for (SessionId id : call.state().sessions().byNick().values()) {
            Session user = call.state().session(id);
            if (!user.registered()
                    || !Visibility.sees(call.session(), user)
                    || !fits(folded, user, call.state().name())) {
                continue;
            }
            if (shown++ == MAX_MATCHES) {
                call.reply(Numeric.ERR_TOOMANYMATCHES, "WHO", mask);
                return;
            }
            user(call, user);
        }
    }

    /** RFC 2812 3.6.1: host, server, real name and nick are compared. */
    private static boolean fits(String mask, Session user, String server) {
        return Mask.matches(mask, CaseFolding.fold(user.nick().toString()))
                || Mask.matches(mask, CaseFolding.fold(user.profile().username()))
                || Mask.matches(mask, user.host())
                || Mask.matches(mask, CaseFolding.fold(server))
                || Mask.matches(mask, CaseFolding.fold(user.profile().realName()));
    }

    /** One user, with a channel on which the sender may see it, if there is one. */
    private static void user(Call call, Session user) {
        for (ChannelName name : user.channels()) {
            Optional<Channel> channel = call.state().channels().find(name);
            if (channel.isPresent() && shows(call, channel.get(), user)) {
                line(call, user, name.toString(), sign(channel.get(), user));
                return;
            }
        }
        line(call, user, "*", "");
    }

    private static boolean shows(Call call, Channel channel, Session user) {
        return channel.has(call.sender())
                || channel.visibleTo(call.sender()) && !user.profile().invisible();
    }

    private static String sign(Channel channel, Session user) {
        return channel.status(user.id()).map(MemberStatus::sign).orElse("");
    }

    private static void line(Call call, Session user, String channel, String sign) {
        call.replyText(
                Numeric.RPL_WHOREPLY,
                "0 " + user.profile().realName(),
                channel,
                user.profile().username(),
                user.host(),
                call.state().name(),
                user.nick().toString(),
                (user.profile().away().isEmpty() ? "H" : "G")
                        + sign
                        + (user.profile().has(UserMode.BOT) ? UserMode.BOT.letter() : ""));
    }
}
