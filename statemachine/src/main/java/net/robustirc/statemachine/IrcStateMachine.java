package net.robustirc.statemachine;

import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.command.LineDispatcher;
import net.robustirc.statemachine.command.MonitorNews;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.snapshot.ImageReader;
import net.robustirc.statemachine.snapshot.StateImage;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.NetworkState;

/**
 * Moves one root reference from state to state. Pure: the same entries give the same bytes on every
 * node (design D1). Not thread-safe: one thread applies; a {@link ServerView} may be kept and read
 * by any thread.
 */
public final class IrcStateMachine {
    /** Highest behaviour level that this build knows. */
    public static final int LEVEL = 1;

    private final LineDispatcher lines;
    private NetworkState root;

    /**
     * Starts with an empty network.
     *
     * @param networkName the IRC server name in every prefix, e.g. {@code robustirc.net}
     */
    public IrcStateMachine(String networkName) {
        this(NetworkState.empty(networkName), LineDispatcher.standard());
    }

    IrcStateMachine(NetworkState root, LineDispatcher lines) {
        this.root = root;
        this.lines = lines;
    }

    /**
     * Goes on from a snapshot.
     *
     * @throws IllegalArgumentException if the image is not one of ours, naming what is wrong
     */
    public static IrcStateMachine restore(StateImage.Source image) {
        NetworkState root = new ImageReader().read(image);
        if (root.level() > LEVEL) {
            throw new IllegalArgumentException(
                    "the snapshot has behaviour level "
                            + root.level()
                            + ", this build knows no higher one than "
                            + LEVEL);
        }
        return new IrcStateMachine(root, LineDispatcher.standard());
    }

    /**
     * Applies one entry.
     *
     * @param timeNanos the leader's stamp, Unix nanoseconds; may fall behind its predecessor's
     */
    public Applied apply(long timeNanos, Entry entry) {
        NetworkState advanced = root.advanced(timeNanos);
        try {
            return advance(advanced, entry);
        } catch (RuntimeException e) {
            return poisoned(advanced, entry, e);
        }
    }

    private Applied advance(NetworkState advanced, Entry entry) {
        NetworkDraft draft = new NetworkDraft(advanced);
        OutputBuilder out = new OutputBuilder();
        Outcome outcome =
                entry.level() > advanced.level()
                        ? levelTooHigh(advanced, entry)
                        : entry.command().accept(new EntryApplier(draft, out, entry, lines));
        MonitorNews.tell(draft, out);
        Output output =
                new Output(
                        advanced.lastId(),
                        advanced.clock().idleNanos(),
                        out.lines(),
                        draft.ended());
        root = draft.freeze();
        return new Applied(outcome, output, Optional.empty());
    }

    private static Outcome levelTooHigh(NetworkState state, Entry entry) {
        return Outcome.refused(
                Outcome.Code.LEVEL_TOO_HIGH,
                state.lastId(),
                "the command needs behaviour level "
                        + entry.level()
                        + ", the network has "
                        + state.level());
    }

    private Applied poisoned(NetworkState advanced, Entry entry, RuntimeException cause) {
        root = withKey(advanced, entry, cause);
        Outcome outcome =
                Outcome.refused(
                        Outcome.Code.POISONED,
                        root.lastId(),
                        "the command could not be applied; nothing was changed");
        Output nothing = new Output(root.lastId(), root.clock().idleNanos(), List.of(), List.of());
        return new Applied(outcome, nothing, Optional.of(cause));
    }

    /** Storing the key runs much of the same code: what breaks there, too, is done without it. */
    private static NetworkState withKey(
            NetworkState advanced, Entry entry, RuntimeException cause) {
        try {
            PoisonKeeper keeper = new PoisonKeeper(new NetworkDraft(advanced), entry);
            return entry.command().accept(keeper).freeze();
        } catch (RuntimeException again) {
            if (again != cause) {
                cause.addSuppressed(again);
            }
            return advanced;
        }
    }

    /** The state now, immutable. */
    public ServerView view() {
        return new RootView(root);
    }
}
