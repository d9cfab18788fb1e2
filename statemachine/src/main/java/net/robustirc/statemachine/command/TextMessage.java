package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** What PRIVMSG and NOTICE have in common. */
final class TextMessage {
    /** Targets of one command; announced as TARGMAX. */
    static final int MAX_TARGETS = 4;

    private TextMessage() {}

    /** Why the command as a whole is refused, if it is. */
    static Optional<Refusal> refusal(Call call) {
        List<String> targets = call.list(0);
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
    static Optional<Refusal> deliver(Call call, String target) {
        return ChannelName.looksLikeOne(target) ? toChannel(call, target) : toUser(call, target);
    }

    private static Optional<Refusal> toChannel(Call call, String target) {
        Optional<Channel> found = call.channel(target);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, target));
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!maySpeak(call.session(), channel)) {
            return Optional.of(Refusal.of(Numeric.ERR_CANNOTSENDTOCHAN, name));
        }
        call.sendOthers(channel, line(call, name));
        return Optional.empty();
    }

    /** +n, +m and +b; operators and voiced members may always. ours.md section 3. */
    private static boolean maySpeak(Session me, Channel channel) {
        Optional<MemberStatus> status = channel.status(me.id());
        if (status.isPresent() && status.get().maySpeak()) {
            return true;
        }
        return (status.isPresent() || !channel.has(ChannelFlag.NO_EXTERNAL))
                && !channel.has(ChannelFlag.MODERATED)
                && !channel.bans(me);
    }

    private static Optional<Refusal> toUser(Call call, String target) {
        Optional<Session> user = user(call, target);
        if (user.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHNICK, target));
        }
        call.send(user.get().id(), line(call, user.get().nick().toString()));
        return Optional.empty();
    }

    /** Says that the user one wrote to is away. */
    static void tellAway(Call call, String target) {
        user(call, target)
                .filter(user -> !user.profile().away().isEmpty())
                .ifPresent(
                        user ->
                                call.replyText(
                                        Numeric.RPL_AWAY,
                                        user.profile().away(),
                                        user.nick().toString()));
    }

    private static Optional<Session> user(Call call, String target) {
        return call.state().sessions().findNick(target).filter(Session::registered);
    }

    private static LineBuilder line(Call call, String target) {
        return call.says(call.command()).word(target).text(call.param(1));
    }
}
