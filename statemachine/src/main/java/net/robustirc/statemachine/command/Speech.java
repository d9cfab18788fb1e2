package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** Who may say what on a channel. */
final class Speech {
    /** A CTCP begins and ends with this character. Modern IRC, "CTCP". */
    private static final char CTCP = '\u0001';

    private static final String ACTION = CTCP + "ACTION";

    private Speech() {}

    /** Why the text may not be sent to the channel, if so. */
    static Optional<Refusal> refusal(Session me, Channel channel, String text) {
        String name = channel.name().toString();
        if (!maySpeak(me, channel)) {
            return Optional.of(Refusal.of(Numeric.ERR_CANNOTSENDTOCHAN, name));
        }
        if (channel.has(ChannelFlag.NO_CTCP) && isCtcp(text)) {
            String why = "Cannot send CTCP to channel (+C)";
            return Optional.of(new Refusal(Numeric.ERR_CANNOTSENDTOCHAN, List.of(name), why));
        }
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

    /** Whether it is a CTCP other than an action, which is only a way to say something. */
    private static boolean isCtcp(String text) {
        return text.charAt(0) == CTCP && !isAction(text);
    }

    private static boolean isAction(String text) {
        if (!text.startsWith(ACTION)) {
            return false;
        }
        int end = ACTION.length();
        return text.length() == end || text.charAt(end) == ' ' || text.charAt(end) == CTCP;
    }
}
