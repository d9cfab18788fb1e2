package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.statemachine.ServerView;
import org.apache.ratis.server.protocol.TermIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots in the background from a kept view, one at a time, and loads them (design D9).
 * All but the writing itself happens under the apply lock.
 */
final class SnapshotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    private final SnapshotStore store;
    private final SnapshotSchedule schedule;
    private final Path temporary;
    private final Replica replica;
    private final Executor writer;
    private volatile LongConsumer logPurge = index -> {};
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    /**
     * @param temporary on the same file system as the store
     */
    SnapshotKeeper(SnapshotPolicy policy, Path temporary, Replica replica, Executor writer) {
        this.store = new SnapshotStore(temporary, new SnapshotReads());
        this.schedule = new SnapshotSchedule(policy);
        this.temporary = temporary;
        this.replica = replica;
        this.writer = writer;
    }

    SnapshotStore store() {
        return store;
    }

    /**
     * @param purge drops the log up to and including an index
     */
    void onPurgeable(LongConsumer purge) {
        logPurge = purge;
    }

    /**
     * To be called after each batch; begins a snapshot when one is due.
     *
     * @throws UncheckedIOException if the output log cannot be written: the node must stop
     */
    void applied(int commands, int bytes, TermIndex position) {
        schedule.count(commands, bytes);
        if (underWay.isDone() && schedule.due()) {
            schedule.restart();
            begin(position);
        }
    }

    /** For a graceful stop: blocks until everything up to that position is in a snapshot. */
    void finish(TermIndex position) throws IOException {
        underWay.join();
        if (position.getIndex() > store.newest()) {
            begin(position);
            underWay.join();
        }
    }

    /**
     * Puts the newest snapshot that can be used in the place of what the replica holds.
     *
     * @return the position that it ends at; empty if there is none at all
     * @throws IOException if there are snapshots but none is usable
     */
    Optional<TermIndex> load() throws IOException {
        Optional<SnapshotRecovery.Recovered> recovered = new SnapshotRecovery(store, replica).run();
        if (recovered.isEmpty()) {
            return Optional.empty();
        }
        StoredSnapshot snapshot = recovered.get().snapshot();
        store.use(snapshot);
        schedule.restart();
        if (!recovered.get().whole()) {
            schedule.hasten();
        }
        return Optional.of(snapshot.position());
    }

    private void begin(TermIndex position) {
        ServerView view = replica.view();
        List<Path> segments = seal();
        try {
            SnapshotDraft draft = SnapshotDraft.begin(temporary, view, position, segments);
            underWay =
                    CompletableFuture.runAsync(() -> write(draft), writer)
                            .exceptionally(SnapshotKeeper::report);
        } catch (IOException e) {
            report(e);
        }
    }

    /** A block that was written by half is as bad here as when it is full: the node must stop. */
    private List<Path> seal() {
        try {
            return replica.output().seal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the output log", e);
        }
    }

    private void write(SnapshotDraft draft) {
        long start = System.nanoTime();
        try {
            Optional<StoredSnapshot> previous = store.list().stream().findFirst();
            StoredSnapshot written = draft.finish(previous);
            if (store.publish(written)) {
                LOG.info(
                        "snapshot up to log entry {} written in {} ms",
                        written.position(),
                        (System.nanoTime() - start) / 1_000_000);
                logPurge.accept(store.purgeable());
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        } finally {
            draft.discard();
        }
    }

    /** The node goes on: its log is whole, and it tries again when the next one is due. */
    private static Void report(Throwable failure) {
        LOG.error("a snapshot could not be written; the next one will be tried", failure);
        return null;
    }
}
