package net.robustirc.statemachine.state;

import net.robustirc.irc.Utf8;

/**
 * A channel's modes but its lists.
 *
 * @param flags bits of {@link ChannelFlag}
 * @param key empty if there is none
 * @param limit most members; 0 if there is none
 */
public record ChannelModes(int flags, String key, int limit) {
    /** Longest key, in bytes: KEYLEN. */
    public static final int MAX_KEY_BYTES = 50;

    public static final ChannelModes NONE = new ChannelModes(0, "", 0);

    /** A new channel has +nt. irc-commands.md 4.1. */
    public static final ChannelModes NEW =
            new ChannelModes(ChannelFlag.NO_EXTERNAL.bit() | ChannelFlag.TOPIC_LOCKED.bit(), "", 0);

    public boolean has(ChannelFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    public ChannelModes with(ChannelFlag flag, boolean on) {
        int next = on ? flags | flag.bit() : flags & ~flag.bit();
        return new ChannelModes(next, key, limit);
    }

    /** What is left of a key that is too long: whoever set it, or comes in, may have typed more. */
    public static String cutKey(String typed) {
        return Utf8.cut(typed, MAX_KEY_BYTES);
    }

    /** Whether that key lets somebody in. */
    public boolean opens(String typed) {
        return key.isEmpty() || key.equals(cutKey(typed));
    }

    public ChannelModes withKey(String next) {
        return new ChannelModes(flags, next, limit);
    }

    public ChannelModes withLimit(int next) {
        return new ChannelModes(flags, key, next);
    }
}
