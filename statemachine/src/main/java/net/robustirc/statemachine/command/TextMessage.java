package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** What PRIVMSG and NOTICE have in common. */
final class TextMessage {
    /** Targets of one command; announced as TARGMAX. */
    static final int MAX_TARGETS = 4;

    private TextMessage() {}

    /** Why the command as a whole is refused, if it is. */
    static Optional<Refusal> refusal(Call call) {
        List<String> targets = call.targets(0);
        if (targets.isEmpty()) {
            String text = "No recipient given (" + call.command() + ")";
            return Optional.of(new Refusal(Numeric.ERR_NORECIPIENT, List.of(), text));
        }
        if (call.param(1).isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTEXTTOSEND));
        }
        return targets.size() > MAX_TARGETS
                ? Optional.of(Refusal.of(Numeric.ERR_TOOMANYTARGETS, call.param(0)))
                : Optional.empty();
    }

    /** Sends the text to one target, or says why not. */
    static Optional<Refusal> deliver(Call call, String typed) {
        Target target = Target.parse(typed);
        return target.isChannel() ? toChannel(call, target) : toUser(call, typed);
    }

    private static Optional<Refusal> toChannel(Call call, Target target) {
        Optional<Channel> found = call.channel(target.name());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, target.name()));
        }
        Channel channel = found.get();
        Optional<Refusal> refusal = Speech.refusal(call.session(), channel, call.param(1));
        if (refusal.isEmpty()) {
            LineBuilder line = line(call, target.sign() + channel.name());
            if (target.everybody()) {
                call.sendOthers(channel, line);
            } else {
                toSome(call, channel, target, line);
            }
        }
        return refusal;
    }

    /** Those with a status are few, so they are named one by one. */
    private static void toSome(Call call, Channel channel, Target target, LineBuilder line) {
        List<Recipients> some = new ArrayList<>();
        for (Map.Entry<SessionId, MemberStatus> member : channel.members().members().entrySet()) {
            if (target.includes(member.getValue()) && !member.getKey().equals(call.sender())) {
                some.add(new Recipients.One(member.getKey()));
            }
        }
        if (!some.isEmpty()) {
            call.out().add(new Recipients.Union(some), line.build());
        }
    }

    private static Optional<Refusal> toUser(Call call, String typed) {
        Optional<Session> user = user(call, typed);
        if (user.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHNICK, typed));
        }
        if (hears(user.get(), call.session())) {
            call.send(user.get().id(), line(call, user.get().nick().toString()));
            if (call.command().equals(PrivmsgCommand.NAME)) {
                tellAway(call, typed);
            }
        }
        return Optional.empty();
    }

    /** User mode G: what strangers say is dropped. irc-commands.md 4.3. */
    private static boolean hears(Session user, Session sender) {
        return !user.profile().has(UserMode.FILTERED)
                || user.id().equals(sender.id())
                || Visibility.shareChannel(user, sender);
    }

    /** Says that the user one wrote to is away. */
    static void tellAway(Call call, String nick) {
        user(call, nick)
                .filter(user -> !user.profile().away().isEmpty())
                .ifPresent(
                        user ->
                                call.replyText(
                                        Numeric.RPL_AWAY,
                                        user.profile().away(),
                                        user.nick().toString()));
    }

    private static Optional<Session> user(Call call, String nick) {
        return call.state().sessions().findNick(nick).filter(Session::registered);
    }

    private static LineBuilder line(Call call, String target) {
        return call.says(call.command()).word(target).text(call.param(1));
    }
}
