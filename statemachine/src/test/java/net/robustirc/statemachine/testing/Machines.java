package net.robustirc.statemachine.testing;

import net.robustirc.statemachine.Applied;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;

/**
 * Two machines that get the same entries, and a third that is restored from the first one's image:
 * every result and every image must be the same (design D1).
 */
public final class Machines {
    private final IrcStateMachine first;
    private final IrcStateMachine second;
    private IrcStateMachine restored;

    public Machines(String networkName) {
        this.first = new IrcStateMachine(networkName);
        this.second = new IrcStateMachine(networkName);
        this.restored = new IrcStateMachine(networkName);
    }

    /** Applies an entry on all three. */
    public Rendered apply(long stampNanos, Entry entry) {
        Applied applied = first.apply(stampNanos, entry);
        if (applied.outcome().code() == Outcome.Code.POISONED) {
            throw new AssertionError("poisoned: " + entry, applied.poison().orElseThrow());
        }
        Rendered result = Rendered.of(applied);
        same(result, Rendered.of(second.apply(stampNanos, entry)), "the second machine's result");
        same(result, Rendered.of(restored.apply(stampNanos, entry)), "the restored one's result");
        return result;
    }

    /** Compares the images, and restores the third machine from the first one's. */
    public void restore() {
        ImageBytes image = ImageBytes.of(first.view().image());
        same(image.dump(), ImageBytes.of(second.view().image()).dump(), "the second image");
        same(image.dump(), ImageBytes.of(restored.view().image()).dump(), "the restored image");
        restored = IrcStateMachine.restore(image);
        same(image.dump(), ImageBytes.of(restored.view().image()).dump(), "the image again");
    }

    public ServerView view() {
        return first.view();
    }

    private static void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + " differs:\n" + expected + "\nis not\n" + actual);
        }
    }
}
