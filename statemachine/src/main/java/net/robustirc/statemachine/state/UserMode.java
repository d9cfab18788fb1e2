package net.robustirc.statemachine.state;

import java.util.Optional;

/** Modes of users, in the order in which 221 shows them. */
public enum UserMode {
    /** A program: WHOIS and WHO say so. */
    BOT('B', 1),
    /** Takes private messages only from those with whom it shares a channel. */
    FILTERED('G', 2),
    /** Hidden from those with whom it shares no channel. */
    INVISIBLE('i', 4),
    /** IRC operator: users cannot give it to themselves, but lay it down. */
    OPERATOR('o', 16),
    /** Identified with services, which alone may set it. */
    REGISTERED('r', 32),
    /** Hears WALLOPS. */
    WALLOPS('w', 8),
    /** Its host is made of its address, if the network has such hosts. */
    CLOAKED('x', 64);

    private final char letter;
    private final int bit;

    UserMode(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /** The mode with that letter, if there is one. */
    public static Optional<UserMode> of(int letter) {
        for (UserMode mode : values()) {
            if (mode.letter == letter) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    public char letter() {
        return letter;
    }

    /** Its bit in a snapshot. */
    public int bit() {
        return bit;
    }
}
