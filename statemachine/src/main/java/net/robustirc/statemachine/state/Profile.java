package net.robustirc.statemachine.state;

import net.robustirc.irc.Nick;

/**
 * What a session says about itself: what changes seldom.
 *
 * @param nick {@link Nick#NONE} until it has one
 * @param username empty before USER
 * @param realName empty before USER
 * @param away empty while it is not away
 * @param registered whether it has passed registration
 * @param negotiating whether CAP keeps registration waiting for CAP END
 * @param invisible user mode i
 */
public record Profile(
        Nick nick,
        String username,
        String realName,
        String away,
        boolean registered,
        boolean negotiating,
        boolean invisible) {

    /** A new session's. */
    public static final Profile NEW = new Profile(Nick.NONE, "", "", "", false, false, false);

    public Profile withNick(Nick next) {
        return new Profile(next, username, realName, away, registered, negotiating, invisible);
    }

    public Profile withUser(String name, String real) {
        return new Profile(nick, name, real, away, registered, negotiating, invisible);
    }

    public Profile withAway(String text) {
        return new Profile(nick, username, realName, text, registered, negotiating, invisible);
    }

    public Profile withRegistered() {
        return new Profile(nick, username, realName, away, true, negotiating, invisible);
    }

    public Profile withNegotiating(boolean on) {
        return new Profile(nick, username, realName, away, registered, on, invisible);
    }

    public Profile withInvisible(boolean on) {
        return new Profile(nick, username, realName, away, registered, negotiating, on);
    }

    /** Whether everything but CAP END is there that registration needs. */
    public boolean complete() {
        return !nick.isNone() && !username.isEmpty();
    }
}
