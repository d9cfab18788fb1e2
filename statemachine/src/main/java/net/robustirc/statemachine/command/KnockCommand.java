package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** KNOCK: asks the operators of an invite-only channel for an invitation. ours.md section 2. */
final class KnockCommand implements IrcCommand {
    /** A session may knock again after this time. */
    static final long PAUSE_NANOS = 60_000_000_000L;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("KNOCK", 1);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = Visibility.known(call, call.param(0));
        Optional<Refusal> refusal = refusal(call, channel);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
        } else {
            knock(call, channel.orElseThrow());
        }
    }

    private static Optional<Refusal> refusal(Call call, Optional<Channel> found) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, call.param(0)));
        }
        Session me = call.session();
        Channel channel = found.get();
        String name = channel.name().toString();
        if (channel.has(me.id())) {
            return Optional.of(Refusal.of(Numeric.ERR_KNOCKONCHAN, name));
        }
        if (!channel.has(ChannelFlag.INVITE_ONLY)) {
            return Optional.of(Refusal.of(Numeric.ERR_CHANOPEN, name));
        }
        if (channel.bans(me)) {
            return Optional.of(Refusal.of(Numeric.ERR_CANNOTSENDTOCHAN, name));
        }
        return me.activity().knockedWithin(PAUSE_NANOS, call.timeNanos())
                ? Optional.of(Refusal.of(Numeric.ERR_TOOMANYKNOCK, name))
                : Optional.empty();
    }

    private static void knock(Call call, Channel channel) {
        Session me = call.session();
        String name = channel.name().toString();
        String text = String.join(" ", call.paramsFrom(1));
        call.state().replace(me.with(me.activity().knocked(call.timeNanos())));
        call.sendSome(
                channel,
                MemberStatus::operator,
                LineBuilder.from(call.state().name(), Numeric.RPL_KNOCK.code())
                        .word(name)
                        .word(name)
                        .word(me.prefix().toString())
                        .text(Numeric.RPL_KNOCK.text() + (text.isEmpty() ? "" : ": " + text)));
        call.reply(Numeric.RPL_KNOCKDLVR, name);
    }
}
