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
 * @param modes bits of {@link UserMode}
 */
public record Profile(
        Nick nick,
        String username,
        String realName,
        String away,
        boolean registered,
        boolean negotiating,
        int modes) {

    /** A new session's. */
    public static final Profile NEW = new Profile(Nick.NONE, "", "", "", false, false, 0);

    public Profile withNick(Nick next) {
        return new Profile(next, username, realName, away, registered, negotiating, modes);
    }

    public Profile withUser(String name, String real) {
        return new Profile(nick, name, real, away, registered, negotiating, modes);
    }

    public Profile withAway(String text) {
        return new Profile(nick, username, realName, text, registered, negotiating, modes);
    }

    public Profile withRegistered() {
        return new Profile(nick, username, realName, away, true, negotiating, modes);
    }

    public Profile withNegotiating(boolean on) {
        return new Profile(nick, username, realName, away, registered, on, modes);
    }

    public Profile with(UserMode mode, boolean on) {
        int next = on ? modes | mode.bit() : modes & ~mode.bit();
        return new Profile(nick, username, realName, away, registered, negotiating, next);
    }

    public boolean has(UserMode mode) {
        return (modes & mode.bit()) != 0;
    }

    public boolean invisible() {
        return has(UserMode.INVISIBLE);
    }

    /** Whether everything but CAP END is there that registration needs. */
    public boolean complete() {
        return !nick.isNone() && !username.isEmpty();
    }
}
