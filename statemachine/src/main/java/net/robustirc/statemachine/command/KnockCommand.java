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
        Optional<Channel> channel = call.channel(call.param(0));
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
        String text = call.param(1);
        call.state().replace(me.with(me.activity().knocked(call.timeNanos())));
        List<Recipients> operators = operators(channel);
        if (!operators.isEmpty()) {
            LineBuilder line =
                    LineBuilder.from(call.state().name(), Numeric.RPL_KNOCK.code())
                            .word(name)
                            .word(name)
                            .word(me.prefix().toString())
                            .text(Numeric.RPL_KNOCK.text() + (text.isEmpty() ? "" : ": " + text));
            call.out().add(new Recipients.Union(operators), line.build());
        }
        call.reply(Numeric.RPL_KNOCKDLVR, name);
    }

    private static List<Recipients> operators(Channel channel) {
        List<Recipients> operators = new ArrayList<>(1);
        for (Map.Entry<SessionId, MemberStatus> member : channel.members().members().entrySet()) {
            if (member.getValue().operator()) {
                operators.add(new Recipients.One(member.getKey()));
            }
        }
        return operators;
    }
}
