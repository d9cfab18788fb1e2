package net.robustirc.statemachine;

import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.snapshot.StateImage;

/**
 * Moves one root reference from state to state. Pure: the same entries give the same bytes on every
 * node (design D1). Not thread-safe: one thread applies; a {@link ServerView} may be kept and read
 * by any thread.
 */
public final class IrcStateMachine {
    /** Highest behaviour level that this build knows. */
    public static final int LEVEL = 1;

    /**
     * Starts with an empty network.
     *
     * @param networkName the IRC server name in every prefix, e.g. {@code robustirc.net}
     */
    public IrcStateMachine(String networkName) {
        throw new IllegalStateException(networkName);
    }

    /**
     * Goes on from a snapshot.
     *
     * @throws IllegalArgumentException if the image is not one of ours, naming what is wrong
     */
    public static IrcStateMachine restore(StateImage.Source image) {
        throw new IllegalStateException(image.toString());
    }

    /**
     * Applies one entry.
     *
     * @param timeNanos the leader's stamp, Unix nanoseconds; may fall behind its predecessor's
     */
    public Applied apply(long timeNanos, Entry entry) {
        throw new IllegalStateException(timeNanos + entry.toString());
    }

    /** The state now, immutable. */
    public ServerView view() {
        throw new IllegalStateException();
    }
}
