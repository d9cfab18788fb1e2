package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** NAMES: who is on a channel. RFC 2812 3.2.5. */
final class NamesCommand implements IrcCommand {
    /**
     * Members of several channels; then 416 for each of the others. The first is always told in
     * full, for clients rely on it.
     */
    private static final int MAX_MEMBERS = 5_000;

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("NAMES", 0);
    }

    @Override
    public void run(Call call) {
        List<String> names = call.targets(0);
        if (names.isEmpty()) {
            call.reply(Numeric.RPL_ENDOFNAMES, "*");
        }
        int members = 0;
        for (String typed : names) {
            Optional<Channel> channel =
                    call.channel(typed).filter(found -> Visibility.sees(call, found));
            if (channel.isPresent() && members >= MAX_MEMBERS) {
                call.reply(Numeric.ERR_TOOMANYMATCHES, "NAMES", typed);
                call.reply(Numeric.RPL_ENDOFNAMES, typed);
            } else if (channel.isPresent()) {
                members += channel.get().members().size();
                answer(call, channel.get(), typed);
            } else {
                call.reply(Numeric.RPL_ENDOFNAMES, typed);
            }
        }
    }

    /** The members that the sender may see, and the end of the list. */
    static void answer(Call call, Channel channel) {
        answer(call, channel, channel.name().toString());
    }

    private static void answer(Call call, Channel channel, String typed) {
        String name = channel.name().toString();
        String kind = channel.has(ChannelFlag.SECRET) ? "@" : "=";
        call.replyItems(Numeric.RPL_NAMREPLY, names(call, channel), kind, name);
        call.reply(Numeric.RPL_ENDOFNAMES, typed);
    }

    /** Nicks with their sign, in the order of their characters. */
    private static List<String> names(Call call, Channel channel) {
        call.looked(channel.members().size());
        boolean inside = Visibility.inside(call, channel);
        List<String> names = new ArrayList<>(channel.members().size());
        for (Map.Entry<SessionId, MemberStatus> member : channel.members().members().entrySet()) {
            Session user = call.state().session(member.getKey());
            if (inside || !user.profile().invisible()) {
                names.add(member.getValue().sign() + user.nick());
            }
        }
        Collections.sort(names);
        return names;
    }
}
