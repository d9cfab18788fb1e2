package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.codec.StampedBatch;
import net.robustirc.consensus.output.Damage;
import net.robustirc.consensus.output.DamagedSegmentException;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.consensus.snapshot.Snapshot;
import net.robustirc.consensus.snapshot.SnapshotFile;
import net.robustirc.consensus.snapshot.SnapshotMeta;
import net.robustirc.statemachine.Applied;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has applied: the state, the output and those who wait for them. Who applies or
 * replaces holds the apply lock of {@link LogStateMachine}; readers need none.
 */
final class Replica {
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    private static final long RETAIN_PERIOD_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final SegmentedOutputLog output;
    private final Waiters waiters;
    private IrcStateMachine machine;
    private long retainedNanos;
    private volatile ServerView view;

    Replica(IrcStateMachine machine, SegmentedOutputLog output, Executor callbacks) {
        this.machine = machine;
        this.view = machine.view();
        this.output = output;
        this.waiters = new Waiters(callbacks);
    }

    ServerView view() {
        return view;
    }

    SegmentedOutputLog output() {
        return output;
    }

    CompletableFuture<ServerView> whenApplied(long id) {
        if (view.lastId() >= id) {
            return CompletableFuture.completedFuture(view);
        }
        CompletableFuture<ServerView> waiter = waiters.add(id);
        waiters.applied(view);
        return waiter;
    }

    /** Applies all entries of a batch, then publishes the state that they led to. */
    List<Outcome> apply(StampedBatch batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.entries().size());
        for (Entry entry : batch.entries()) {
            Applied applied = machine.apply(batch.timeNanos(), entry);
            applied.poison().ifPresent(failure -> reportPoison(entry, failure));
            output.append(applied.output());
            outcomes.add(applied.outcome());
        }
        publish();
        retainOutput();
        return outcomes;
    }

    /**
     * Goes on from a snapshot: the state and the output log change together.
     *
     * @param damage what to do if its output is damaged
     * @throws IOException if the snapshot cannot be used; then nothing has changed. Only if its
     *     state is sound can that be a {@link DamagedSegmentException}
     */
    void restore(StoredSnapshot stored, Damage damage) throws IOException {
        Snapshot snapshot = SnapshotFile.read(stored.stateFile());
        check(stored, snapshot.meta());
        IrcStateMachine restored = IrcStateMachine.restore(snapshot.image());
        output.restore(stored.segments(), snapshot.meta().lastId(), damage);
        machine = restored;
        publish();
    }

    void close() {
        waiters.failAll("this node is shutting down");
    }

    private void publish() {
        ServerView applied = machine.view();
        checkLevel(applied);
        view = applied;
        waiters.applied(applied);
    }

    /**
     * Lets go, from time to time, of output that no session may ask for any more. Counted on the
     * clock that sessions expire by: an outage ends none of them, so it takes nothing from them.
     */
    private void retainOutput() {
        long now = view.idleNanos();
        if (now - retainedNanos < RETAIN_PERIOD_NANOS) {
            return;
        }
        retainedNanos = now;
        try {
            output.retain(now - view.config().limits().sessionExpirationNanos());
        } catch (IOException e) {
            LOG.warn("old output could not be deleted; it is tried again", e);
        }
    }

    private void check(StoredSnapshot stored, SnapshotMeta meta) throws IOException {
        if (meta.index() != stored.index()
                || meta.term() != stored.position().getTerm()
                || !meta.networkName().equals(view.networkName())) {
            throw new IOException(stored.stateFile() + " belongs elsewhere: " + meta);
        }
    }

    private static void checkLevel(ServerView applied) {
        if (applied.level() > IrcStateMachine.LEVEL) {
            throw new IllegalStateException(
                    "the network runs at behaviour level "
                            + applied.level()
                            + ", this version knows only up to "
                            + IrcStateMachine.LEVEL
                            + ": install a newer one on this node");
        }
    }

    private static void reportPoison(Entry entry, RuntimeException failure) {
        LOG.error(
                "a {} failed by a programming error, on every node alike; nothing was changed",
                entry.command().getClass().getSimpleName(),
                failure);
    }
}
