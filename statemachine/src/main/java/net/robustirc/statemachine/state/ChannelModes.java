package net.robustirc.statemachine.state;

/**
 * A channel's modes but its lists.
 *
 * @param flags bits of {@link ChannelFlag}
 * @param key empty if there is none
 * @param limit most members; 0 if there is none
 */
public record ChannelModes(int flags, String key, int limit) {
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

    public ChannelModes withKey(String next) {
        return new ChannelModes(flags, next, limit);
    }

    public ChannelModes withLimit(int next) {
        return new ChannelModes(flags, key, next);
    }
}
