package net.robustirc.statemachine.config;

import java.util.Optional;

/** What an IRC operator may be allowed to do: the names that a class lists, with their bits. */
public enum Privilege {
    /** Ends sessions by KILL. */
    KILL("kill", 1),
    /** Sets, lists and removes network bans. */
    GLINE("gline", 2),
    /** REHASH. */
    REHASH("rehash", 4),
    /** Writes to all users with mode w. */
    WALLOPS("wallops", 8),
    /** Writes to all users, by a mask of the server. */
    ANNOUNCE("announce", 16),
    /** Reads in STATS what tells of other people: operators, their actions, links, bans. */
    STATS("stats", 32),
    /** Sees secret channels and invisible users. */
    SEE_SECRET("see-secret", 64),
    /** Sees the addresses of users. */
    SEE_ADDRESS("see-address", 128),
    /** Changes the modes of channels without being their operator. */
    OVERRIDE_CHANNEL_MODES("override-channel-modes", 256);

    /** All bits, also those of privileges that are yet to come. */
    static final int ALL = -1;

    private final String text;
    private final int bit;

    Privilege(String text, int bit) {
        this.text = text;
        this.bit = bit;
    }

    /** The privilege with that name, if there is one. */
    public static Optional<Privilege> of(String text) {
        for (Privilege privilege : values()) {
            if (privilege.text.equals(text)) {
                return Optional.of(privilege);
            }
        }
        return Optional.empty();
    }

    /** Its name in a configuration. */
    public String text() {
        return text;
    }

    /** Its bit in log and snapshot. */
    public int bit() {
        return bit;
    }
}
