package net.robustirc.statemachine.state;

import net.robustirc.irc.Nick;

/**
 * A watched nick that somebody has taken or given up.
 *
 * @param who {@code nick!user@host} of who has it now; the nick alone if it was given up
 */
public record Presence(Nick nick, boolean online, String who) {}
