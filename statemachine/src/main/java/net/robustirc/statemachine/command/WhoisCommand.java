package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** WHOIS: what there is to know of users. RFC 2812 3.6.2; one 318 for all (Modern IRC). */
final class WhoisCommand implements IrcCommand {
    /** Nicks of one command; announced as TARGMAX, and 407 names the first beyond it. */
    static final int MAX_NICKS = 4;

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("WHOIS", 0);
    }

    @Override
    public void run(Call call) {
        // The nicks may follow a server, which can only be this one.
        if (call.paramCount() > 1 && !Here.asked(call, 0)) {
            return;
        }
        int index = call.paramCount() > 1 ? 1 : 0;
        List<String> nicks = call.targets(index);
        if (nicks.isEmpty()) {
            call.reply(Numeric.ERR_NONICKNAMEGIVEN);
            return;
        }
        nicks.stream().limit(MAX_NICKS).forEach(nick -> whois(call, nick));
        if (nicks.size() > MAX_NICKS) {
            call.reply(Numeric.ERR_TOOMANYTARGETS, nicks.get(MAX_NICKS));
        }
        call.reply(Numeric.RPL_ENDOFWHOIS, call.param(index));
    }

    private static void whois(Call call, String nick) {
        Optional<Session> user = call.state().sessions().findNick(nick).filter(Session::registered);
        if (user.isPresent()) {
            answer(call, user.get());
        } else {
            call.reply(Numeric.ERR_NOSUCHNICK, nick);
        }
    }

    private static void answer(Call call, Session user) {
        String nick = user.nick().toString();
        call.replyText(
                Numeric.RPL_WHOISUSER,
                user.profile().realName(),
                nick,
                user.profile().username(),
                user.host(),
                "*");
        call.replyItems(Numeric.RPL_WHOISCHANNELS, channels(call, user), nick);
        server(call, user);
        if (user.profile().has(UserMode.OPERATOR)) {
            call.reply(Numeric.RPL_WHOISOPERATOR, nick);
        }
        TextMessage.tellAway(call, user);
        call.reply(
                Numeric.RPL_WHOISIDLE,
                nick,
                seconds(call.timeNanos() - user.activity().spokeNanos()),
                seconds(user.birth().timeNanos()));
        if (user.profile().has(UserMode.BOT)) {
            call.reply(Numeric.RPL_WHOISBOT, nick);
        }
        if (user.profile().has(UserMode.REGISTERED)) {
            call.reply(Numeric.RPL_WHOISREGNICK, nick);
        }
        user.account().ifPresent(account -> call.reply(Numeric.RPL_WHOISACCOUNT, nick, account));
        address(call, user);
    }

    /** A pseudo-client is on the server of its link. */
    private static void server(Call call, Session user) {
        String about =
                user.isPseudoClient()
                        ? call.state().session(user.stream()).profile().realName()
                        : VersionCommand.SERVER_TEXT;
        call.replyText(
                Numeric.RPL_WHOISSERVER, about, user.nick().toString(), call.state().server(user));
    }

    /** Where a user comes from, for itself and for operators who may see it. */
    private static void address(Call call, Session user) {
        String address = Arrival.word(user.entrance().address());
        if (address.isEmpty() || !Visibility.seesAddress(call, user)) {
            return;
        }
        String nick = user.nick().toString();
        String text = "is connecting from *@" + address + " " + address;
        call.replyText(Numeric.RPL_WHOISHOST, text, nick);
        call.reply(Numeric.RPL_WHOISACTUALLY, nick, address);
    }

    /** Channels that the sender may know of, with the sign of the user, in the order of bytes. */
    private static List<String> channels(Call call, Session user) {
        List<String> names = new ArrayList<>();
        for (ChannelName name : user.channels()) {
            Channel channel = call.state().channels().find(name).orElseThrow();
            if (shows(call, channel, user)) {
                names.add(channel.status(user.id()).orElseThrow().sign() + channel.name());
            }
        }
        names.sort(Utf8::compare);
        return names;
    }

    private static boolean shows(Call call, Channel channel, Session user) {
        return Visibility.inside(call, channel)
                || user.id().equals(call.sender())
                || channel.visibleTo(call.sender()) && !user.profile().invisible();
    }

    private static String seconds(long nanos) {
        return Long.toString(TimeText.seconds(nanos));
    }
}
