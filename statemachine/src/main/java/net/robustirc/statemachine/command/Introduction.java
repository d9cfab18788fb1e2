package net.robustirc.statemachine.command;

import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/** How services are told of a user: irc-commands.md 3.3 and 5.1. */
final class Introduction {
    private Introduction() {}

    /** {@code NICK nick 1 1 user host S svid +modes :real name}, without a prefix. */
    static LineBuilder nick(NetworkDraft state, Session user) {
        return LineBuilder.of("NICK")
                .word(user.nick().toString())
                .word("1")
                .word("1")
                .word(user.profile().username())
                .word(user.host())
                .word(state.name())
                .word(user.serviceId())
                .word(UserModeChange.letters(user.profile()))
                .text(user.profile().realName());
    }

    /** {@code :S SJOIN 1 #channel @nick}, with the sign of its status. */
    static LineBuilder join(NetworkDraft state, Channel channel, Session user) {
        String sign = channel.status(user.id()).map(MemberStatus::sign).orElse("");
        return LineBuilder.from(state.name(), "SJOIN")
                .word("1")
                .word(channel.name().toString())
                .last(sign + user.nick());
    }
}
