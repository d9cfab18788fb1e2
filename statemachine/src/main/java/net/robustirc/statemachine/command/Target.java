package net.robustirc.statemachine.command;

import net.robustirc.irc.ChannelName;
import net.robustirc.statemachine.state.MemberStatus;

/**
 * Whom a text is for.
 *
 * @param sign STATUSMSG: {@code @} for a channel's operators, {@code +} for them and the voiced;
 *     empty for a whole channel and for a user
 * @param name a channel or a nick, as typed
 */
record Target(String sign, String name) {
    /** Takes the signs off a channel; of {@code @+#channel} the lower one counts. */
    static Target parse(String typed) {
        int start = 0;
        while (start < typed.length() && isSign(typed.charAt(start))) {
            start++;
        }
        String name = typed.substring(start);
        if (start == 0 || !ChannelName.looksLikeOne(name)) {
            return new Target("", typed);
        }
        return new Target(typed.lastIndexOf('+', start - 1) >= 0 ? "+" : "@", name);
    }

    /** The same with one sign at most: {@code @#channel}. */
    String text() {
        return sign + name;
    }

    private static boolean isSign(char c) {
        return c == '@' || c == '+';
    }

    boolean isChannel() {
        return ChannelName.looksLikeOne(name);
    }

    /** Whether every member is meant. */
    boolean everybody() {
        return sign.isEmpty();
    }

    /** Whether a member with that status is meant. */
    boolean includes(MemberStatus status) {
        return everybody() || status.operator() || sign.equals("+") && status.voiced();
    }
}
