package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** What PRIVMSG and NOTICE have in common. */
final class TextMessage {
    /** Targets of one command; announced as TARGMAX. */
    static final int MAX_TARGETS = 4;

    private TextMessage() {}

    /**
     * Sends the text to each target.
     *
     * @param refused is told, in its turn, why one or all of them do not get it
     */
    static void send(Call call, Consumer<Refusal> refused) {
        List<String> targets = targets(call);
        Optional<Refusal> refusal = refusal(call, targets);
        if (refusal.isPresent()) {
            refused.accept(refusal.get());
            return;
        }
        targets.forEach(typed -> deliver(call, typed).ifPresent(refused));
    }

    /** Whoever is meant by two of them, however they are written, hears it once. */
    private static List<String> targets(Call call) {
        List<String> targets = call.list(0);
        if (targets.size() > 1) {
            Set<String> seen = new TreeSet<>();
            targets.removeIf(typed -> !seen.add(CaseFolding.fold(Target.parse(typed).text())));
        }
        return targets;
    }

    private static Optional<Refusal> refusal(Call call, List<String> targets) {
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

    private static Optional<Refusal> deliver(Call call, String typed) {
        if (typed.startsWith("$")) {
            return Announcement.refusal(call, typed);
        }
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
                call.sendSome(channel, target::includes, line);
            }
        }
        return refusal;
    }

    private static Optional<Refusal> toUser(Call call, String typed) {
        Optional<Session> user =
                call.state().sessions().findNick(typed).filter(Session::registered);
        if (user.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHNICK, typed));
        }
        if (hears(user.get(), call.session())) {
            call.send(user.get().id(), line(call, user.get().nick().toString()));
            if (call.command().equals(PrivmsgCommand.NAME)) {
                tellAway(call, user.get());
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

    /** Says that the user one wrote to is away, if so. */
    static void tellAway(Call call, Session user) {
        String away = user.profile().away();
        if (!away.isEmpty()) {
            call.replyText(Numeric.RPL_AWAY, away, user.nick().toString());
        }
    }

    static LineBuilder line(Call call, String target) {
        return call.says(call.command()).word(target).text(call.param(1));
    }
}
