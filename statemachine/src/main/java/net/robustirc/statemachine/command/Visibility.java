package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/**
 * Who may see whom: user mode i hides a user from those who share no channel, and +s a channel from
 * those who are not on it; not from IRC operators who may see that.
 */
final class Visibility {
    private Visibility() {}

    static boolean sees(Call call, Session user) {
        return !user.profile().invisible()
                || call.sender().equals(user.id())
                || shareChannel(call.session(), user)
                || call.may(Privilege.SEE_SECRET);
    }

    /** Whether the sender may know that the channel exists. */
    static boolean sees(Call call, Channel channel) {
        return channel.visibleTo(call.sender()) || call.may(Privilege.SEE_SECRET);
    }

    /** The channel that the sender means, if he may know that it exists. */
    static Optional<Channel> known(Call call, String typed) {
        return call.channel(typed)
                .filter(
                        channel ->
                                sees(call, channel) || call.may(Privilege.OVERRIDE_CHANNEL_MODES));
    }

    /** Whether the sender sees the channel as a member does. */
    static boolean inside(Call call, Channel channel) {
        return channel.has(call.sender()) || call.may(Privilege.SEE_SECRET);
    }

    /** Addresses are for their users and for operators. */
    static boolean seesAddress(Call call, Session user) {
        return user.id().equals(call.sender()) || call.may(Privilege.SEE_ADDRESS);
    }

    /** Whether they meet anywhere; costs as much as the one with fewer channels has. */
    static boolean shareChannel(Session one, Session other) {
        boolean fewer = one.channels().size() <= other.channels().size();
        Session few = fewer ? one : other;
        Session many = fewer ? other : one;
        for (ChannelName name : few.channels()) {
            if (many.channels().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
