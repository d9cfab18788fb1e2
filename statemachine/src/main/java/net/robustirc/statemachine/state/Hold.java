package net.robustirc.statemachine.state;

import net.robustirc.irc.Nick;

/**
 * A nick that services keep from being taken: SVSHOLD.
 *
 * @param untilNanos the last moment at which it is held, Unix nanoseconds of entry time
 * @param reason told to whoever tries to take it
 */
public record Hold(Nick nick, long untilNanos, String reason) {
    /** Nicks that services may hold at a time. */
    public static final int MAX = 10_000;

    boolean over(long nowNanos) {
        return nowNanos > untilNanos;
    }
}
