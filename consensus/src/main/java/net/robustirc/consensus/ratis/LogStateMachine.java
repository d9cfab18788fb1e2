package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.codec.BatchCodec;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.consensus.codec.StampedBatch;
import net.robustirc.statemachine.entry.Outcome;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.LogAppender;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.apache.ratis.util.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between Ratis and the {@link Replica}: decodes, applies, records the index. Ratis takes an
 * exception out of {@link #applyTransaction} for the end of this server, and a future that fails
 * for nothing at all; so nothing here answers with a failed future.
 */
final class LogStateMachine extends BaseStateMachine {
    private static final Logger LOG = LoggerFactory.getLogger(LogStateMachine.class);

    /** So many commands in one entry are a sign of load: the next entry will come soon. */
    private static final int CROWD = 4;

    /** Two renames, and deleting the old folder. */
    private static final long KEEP_NANOS = DiskWatch.KEEP.toNanos();

    private static final Duration EXCHANGE_LIMIT = Duration.ofSeconds(30);

    private final Replica replica;
    private final SnapshotKeeper snapshots;
    private final NodeEvents events;

    /** {@code pause} and {@code reinitialize} come on other threads than applying. */
    private final Object applyLock = new Object();

    private volatile Optional<ForwardDoor> forwarded = Optional.empty();
    private final List<LogAppender> appenders = new CopyOnWriteArrayList<>();
    private volatile boolean crowded;
    private volatile long committedNanos;
    private long givenUpNanos = System.nanoTime() - KEEP_NANOS;
    private volatile long pausedNanos;

    LogStateMachine(Replica replica, SnapshotKeeper snapshots, NodeEvents events) {
        this.replica = replica;
        this.snapshots = snapshots;
        this.events = events;
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage)
            throws IOException {
        super.initialize(server, group, storage);
        snapshots.store().init(storage);
        getLifeCycle().startAndTransition(this::load, IOException.class);
    }

    /** While this node leads, its followers hear of each commit through these. */
    void addAppender(LogAppender appender) {
        appenders.add(appender);
    }

    /** It has stopped. */
    void removeAppender(LogAppender appender) {
        appenders.remove(appender);
    }

    /**
     * Whether leadership may be given away because the log cannot be read here: another node may
     * not be able to either, and would give it back.
     */
    synchronized boolean mayGiveUp(long nowNanos) {
        boolean may = nowNanos - givenUpNanos >= KEEP_NANOS;
        if (may) {
            givenUpNanos = nowNanos;
        }
        return may;
    }

    /** Whether entries follow each other closely. */
    boolean crowded() {
        return crowded;
    }

    /** Since this node began to apply the last entry. */
    long millisSinceCommit() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committedNanos);
    }

    /** The leader stamps; who applies makes sure that time never falls (design D11). */
    @Override
    public TransactionContext startTransaction(RaftClientRequest request) {
        ByteString content = request.getMessage().getContent();
        TransactionContext.Builder transaction =
                TransactionContext.newBuilder().setStateMachine(this).setClientRequest(request);
        try {
            long nanos = WallClock.nanos();
            StampedBatch batch =
                    new StampedBatch(nanos, BatchCodec.decode(content.asReadOnlyByteBuffer()));
            return transaction
                    .setLogData(
                            UnsafeByteOperations.unsafeWrap(BatchCodec.stamp(nanos))
                                    .concat(content))
                    .setStateMachineContext(batch)
                    .build();
        } catch (IllegalArgumentException e) {
            // What cannot be read must not enter the log: every node would stop at it.
            TransactionContext refused = transaction.setLogData(ByteString.EMPTY).build();
            refused.setException(e);
            return refused;
        }
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        LogEntryProto entry = transaction.getLogEntry();
        committedNanos = System.nanoTime();
        appenders.forEach(LogAppender::notifyLogAppender);
        try {
            synchronized (applyLock) {
                List<Outcome> outcomes = replica.apply(batch(transaction, entry));
                updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
                crowded = outcomes.size() >= CROWD;
                int bytes = entry.getStateMachineLogEntry().getLogData().size();
                snapshots.applied(outcomes.size(), bytes, getLastAppliedTermIndex());
                return CompletableFuture.completedFuture(answer(transaction, outcomes));
            }
        } catch (Throwable e) {
            events.fatal("cannot apply log entry " + entry.getIndex(), e);
            throw e;
        }
    }

    /** Takes over what other nodes forward. */
    void onForwarded(ForwardDoor door) {
        forwarded = Optional.of(door);
    }

    /** Takes a batch that another node forwards; completes with the encoded outcomes. */
    CompletableFuture<byte[]> forwarded(ByteBuffer batch) {
        return forwarded
                .map(door -> door.take(batch))
                .orElseGet(() -> CompletableFuture.failedFuture(new IOException("starting")));
    }

    /** A linearizable read ends here: its caller then looks at the published view. */
    @Override
    public CompletableFuture<Message> query(Message request) {
        return CompletableFuture.completedFuture(Message.EMPTY);
    }

    /**
     * Ratis asks only when this node stops (see {@link RaftTuning}).
     *
     * @return nothing for Ratis to purge: we do, and what it is told must never be less than before
     */
    @Override
    public long takeSnapshot() throws IOException {
        synchronized (applyLock) {
            snapshots.finish(getLastAppliedTermIndex());
            return RaftLog.INVALID_LOG_INDEX;
        }
    }

    @Override
    public SnapshotStore getStateMachineStorage() {
        return snapshots.store();
    }

    /**
     * Comes just before Ratis exchanges the folder of the snapshots, and once more if it failed to
     * and the leader sends the snapshot again.
     */
    @Override
    public void pause() {
        try {
            snapshots.store().syncGathered();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the leader's snapshot durable", e);
        }
        if (getLifeCycleState() == LifeCycle.State.PAUSED) {
            return;
        }
        pausedNanos = System.nanoTime();
        getLifeCycle().transition(LifeCycle.State.PAUSING);
        synchronized (applyLock) {
            snapshots.store().suspend();
            getLifeCycle().transition(LifeCycle.State.PAUSED);
        }
    }

    /** Comes when the folder has been exchanged, on the thread that applies. */
    @Override
    public void reinitialize() throws IOException {
        try {
            synchronized (applyLock) {
                snapshots.store().resume();
                getLifeCycle().startAndTransition(this::load, IOException.class);
                LOG.info(
                        "installed the leader's snapshot, applied up to {}",
                        getLastAppliedTermIndex());
            }
        } catch (Throwable e) {
            events.fatal("cannot go on from the leader's snapshot", e);
            throw e;
        }
    }

    /** To be called now and then: Ratis does not say that an exchange has failed. */
    void checkExchange(long nowNanos) {
        if (getLifeCycleState() == LifeCycle.State.PAUSED
                && nowNanos - pausedNanos > EXCHANGE_LIMIT.toNanos()) {
            events.fatal(
                    "cannot install the leader's snapshot",
                    new IOException("the exchange of the folders has not ended"));
        }
    }

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
        events.leaderChanged(leader);
    }

    @Override
    public void notifyNotLeader(Collection<TransactionContext> pending) {
        appenders.clear();
    }

    @Override
    public void notifyLogFailed(Throwable cause, LogEntryProto entry) {
        events.logFailed(cause);
    }

    @Override
    public void notifyServerShutdown(RoleInfoProto role, boolean allServers) {
        events.serverStopped();
    }

    /**
     * Comes from Ratis whenever nothing is applied any more; what else it does then it tells
     * nobody.
     */
    @Override
    public void close() throws IOException {
        super.close();
        events.serverStopped();
    }

    private void load() throws IOException {
        snapshots.load().ifPresent(this::setLastAppliedTermIndex);
    }

    /** On the node that proposed a batch it is still at hand; elsewhere it comes from the log. */
    private static StampedBatch batch(TransactionContext transaction, LogEntryProto entry) {
        if (transaction.getStateMachineContext() instanceof StampedBatch proposed) {
            return proposed;
        }
        ByteBuffer stored = entry.getStateMachineLogEntry().getLogData().asReadOnlyByteBuffer();
        return BatchCodec.decodeStamped(stored);
    }

    private static Message answer(TransactionContext transaction, List<Outcome> outcomes) {
        return transaction.getStateMachineContext() == null
                ? Message.EMPTY
                : Message.valueOf(UnsafeByteOperations.unsafeWrap(OutcomesCodec.encode(outcomes)));
    }
}
