package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Fields;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** JOIN: enters channels and creates those that do not exist. RFC 2812 3.2.1. */
final class JoinCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("JOIN", 1);
    }

    /** JOIN of a large channel is answered with all its members; whoever leaves asks nothing. */
    @Override
    public boolean asks(Call call) {
        return !leaves(call);
    }

    private static boolean leaves(Call call) {
        return call.param(0).equals("0");
    }

    @Override
    public void run(Call call) {
        if (leaves(call)) {
            leaveAll(call);
            return;
        }
        if (call.list(0).isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
            return;
        }
        List<String> names = Fields.of(call.param(0), ',');
        List<String> keys = Fields.of(call.param(1), ',');
        Set<String> seen = new TreeSet<>(List.of(""));
        for (int i = 0; i < names.size(); i++) {
            if (seen.add(CaseFolding.fold(names.get(i)))) {
                join(call, names.get(i), i < keys.size() ? keys.get(i) : "");
            }
        }
    }

    /** {@code JOIN 0} is PART of every channel. RFC 2812 3.2.1. */
    private static void leaveAll(Call call) {
        for (ChannelName name : call.session().channels()) {
            call.state()
                    .channels()
                    .find(name)
                    .ifPresent(found -> PartCommand.leave(call, found, ""));
        }
    }

    private static void join(Call call, String typed, String key) {
        Optional<Channel> existing = call.channel(typed);
        if (existing.filter(channel -> channel.has(call.sender())).isPresent()) {
            return;
        }
        Optional<Refusal> refusal =
                existing.map(channel -> refusal(call, channel, key))
                        .orElseGet(() -> refusalOfNew(call, typed));
        int most = call.config().limits().maxChannelsPerUser();
        if (refusal.isEmpty() && call.session().channels().size() >= most) {
            refusal = Optional.of(Refusal.of(Numeric.ERR_TOOMANYCHANNELS, typed));
        }
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
            return;
        }
        if (existing.isPresent()) {
            enter(call, existing.get(), MemberStatus.PLAIN);
        } else {
            ChannelName name = ChannelName.parse(typed).orElseThrow();
            enter(call, call.state().createChannel(name), MemberStatus.OPERATOR);
        }
    }

    /** The first that keeps the sender out. A solved captcha opens +x and nothing else. */
    private static Optional<Refusal> refusal(Call call, Channel channel, String key) {
        if (channel.has(ChannelFlag.CAPTCHA)) {
            Captcha.answer(call, channel, key);
        }
        Session me = call.session();
        String name = channel.name().toString();
        int limit = channel.modes().limit();
        if (channel.has(ChannelFlag.INVITE_ONLY) && !channel.invites(me, call.timeNanos())) {
            return Optional.of(Refusal.of(Numeric.ERR_INVITEONLYCHAN, name));
        }
        if (channel.has(ChannelFlag.CAPTCHA) && !channel.admits(me, call.timeNanos())) {
            String text = Captcha.challenge(call, channel);
            return Optional.of(new Refusal(Numeric.ERR_INVITEONLYCHAN, List.of(name), text));
        }
        if (channel.bans(me)) {
            return Optional.of(Refusal.of(Numeric.ERR_BANNEDFROMCHAN, name));
        }
        if (!channel.modes().opens(key)) {
            return Optional.of(Refusal.of(Numeric.ERR_BADCHANNELKEY, name));
        }
        if (limit > 0 && channel.members().size() >= limit) {
            return Optional.of(Refusal.of(Numeric.ERR_CHANNELISFULL, name));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusalOfNew(Call call, String typed) {
        if (!ChannelName.looksLikeOne(typed)) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, typed));
        }
        if (ChannelName.parse(typed).isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_BADCHANMASK, typed));
        }
        long limit = call.config().limits().maxChannels();
        if (limit > 0 && call.state().channels().size() >= limit) {
            String text = "The network has too many channels";
            return Optional.of(new Refusal(Numeric.ERR_TOOMANYCHANNELS, List.of(typed), text));
        }
        return Optional.empty();
    }

    /** Takes the sender onto a channel, also a new one, and tells everybody. */
    static void enter(Call call, Channel before, MemberStatus status) {
        Channel channel = call.state().join(before, call.session(), status);
        call.sendAll(channel, call.says("JOIN").last(channel.name().toString()));
        call.sendServices(Introduction.join(call.state(), channel, call.session()));
        if (channel.topic().isSet()) {
            TopicCommand.answer(call, channel);
        }
        NamesCommand.answer(call, channel);
    }
}
