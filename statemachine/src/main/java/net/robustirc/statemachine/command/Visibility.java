package net.robustirc.statemachine.command;

import net.robustirc.irc.ChannelName;
import net.robustirc.statemachine.state.Session;

/** Who may see whom: user mode i hides a user from those who share no channel. */
final class Visibility {
    private Visibility() {}

    static boolean sees(Session viewer, Session user) {
        return !user.profile().invisible()
                || viewer.id().equals(user.id())
                || shareChannel(viewer, user);
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
