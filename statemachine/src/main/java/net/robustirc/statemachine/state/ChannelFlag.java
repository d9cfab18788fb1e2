package net.robustirc.statemachine.state;

import java.util.Optional;

/** Channel modes without a parameter, in the order in which 324 shows them. */
public enum ChannelFlag {
    NO_CTCP('C', 32),
    NO_NICK_CHANGE('N', 64),
    INVITE_ONLY('i', 1),
    MODERATED('m', 2),
    NO_EXTERNAL('n', 4),
    /** Registered with services, which alone may set it. */
    REGISTERED('r', 128),
    SECRET('s', 8),
    TOPIC_LOCKED('t', 16),
    /** To join, one solves a captcha or is invited. */
    CAPTCHA('x', 256);

    private final char letter;
    private final int bit;

    ChannelFlag(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /** The flag with that letter, if there is one. */
    public static Optional<ChannelFlag> of(int letter) {
        for (ChannelFlag flag : values()) {
            if (flag.letter == letter) {
                return Optional.of(flag);
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
