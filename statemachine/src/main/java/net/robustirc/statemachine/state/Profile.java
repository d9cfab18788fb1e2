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
 * @param operator name of the account by which it is an IRC operator; empty if it is none
 * @param pass what PASS said; {@link Pass#NONE} once it is used
 */
public record Profile(
        Nick nick,
        String username,
        String realName,
        String away,
        boolean registered,
        boolean negotiating,
        int modes,
        String operator,
        Pass pass) {

    /** A new session's. */
    public static final Profile NEW =
            new Profile(Nick.NONE, "", "", "", false, false, 0, "", Pass.NONE);

    public Profile withNick(Nick next) {
        return new Profile(
                next, username, realName, away, registered, negotiating, modes, operator, pass);
    }

    public Profile withUser(String name, String real) {
        return new Profile(nick, name, real, away, registered, negotiating, modes, operator, pass);
    }

    public Profile withAway(String text) {
        return new Profile(
                nick, username, realName, text, registered, negotiating, modes, operator, pass);
    }

    public Profile withRegistered() {
        return new Profile(
                nick, username, realName, away, true, negotiating, modes, operator, pass);
    }

    public Profile withNegotiating(boolean on) {
        return new Profile(nick, username, realName, away, registered, on, modes, operator, pass);
    }

    public Profile with(UserMode mode, boolean on) {
        int next = on ? modes | mode.bit() : modes & ~mode.bit();
        return new Profile(
                nick, username, realName, away, registered, negotiating, next, operator, pass);
    }

    /** As an IRC operator by that account, mode o and all; as none if it is empty. */
    public Profile withOperator(String account) {
        Profile next = with(UserMode.OPERATOR, !account.isEmpty());
        return new Profile(
                nick, username, realName, away, registered, negotiating, next.modes, account, pass);
    }

    public Profile withPass(Pass next) {
        return new Profile(
                nick, username, realName, away, registered, negotiating, modes, operator, next);
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
