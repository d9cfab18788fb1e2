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

    static boolean shareChannel(Session one, Session other) {
        for (ChannelName name : one.channels()) {
            if (other.channels().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
