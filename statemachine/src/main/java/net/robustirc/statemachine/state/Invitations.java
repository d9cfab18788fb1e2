package net.robustirc.statemachine.state;

import java.util.Arrays;

/** The channels, by serial number, that a session was invited to: the newest few. */
public final class Invitations {
    /**
     * More than these are forgotten, oldest first: an invitation must not be a way to fill memory.
     */
    static final int MAX = 20;

    public static final Invitations NONE = new Invitations(new long[0]);

    private final long[] channels;

    private Invitations(long[] channels) {
        this.channels = channels;
    }

    /** The same ones as {@link #channels} gave. */
    public static Invitations of(long[] channels) {
        return channels.length == 0 ? NONE : new Invitations(channels.clone());
    }

    public boolean contains(long channel) {
        for (long invited : channels) {
            if (invited == channel) {
                return true;
            }
        }
        return false;
    }

    public Invitations with(long channel) {
        Invitations others = without(channel);
        int from = others.channels.length == MAX ? 1 : 0;
        int end = others.channels.length + 1;
        long[] next = Arrays.copyOfRange(others.channels, from, end);
        next[next.length - 1] = channel;
        return new Invitations(next);
    }

    public Invitations without(long channel) {
        return contains(channel)
                ? of(Arrays.stream(channels).filter(invited -> invited != channel).toArray())
                : this;
    }

    /** Oldest first. */
    public long[] channels() {
        return channels.clone();
    }
}
