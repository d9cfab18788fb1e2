package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotResult;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppenderBase;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.server.raftlog.RaftLogIOException;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.util.AwaitForSignal;
import org.apache.ratis.util.LifeCycle;
import org.apache.ratis.util.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the log to one follower, request by request, and tells it at once what has been committed.
 *
 * <p>Otherwise a follower learns of a commit with the next append, by Ratis' metadata entries,
 * which double the entries and their syncs to disk, or with a heartbeat, which is 250 ms late; and
 * its clients wait for just that (design D8).
 */
final class PromptAppender extends LogAppenderBase {
    private static final long ANSWERED_MILLIS = 1000;
    private static final long CROWDED_WAIT_MILLIS = 6;
    private static final Duration SHORT_REST = Duration.ofMillis(20);
    private static final Duration LONG_REST = Duration.ofMillis(250);
    private static final int SHORT_RESTS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(PromptAppender.class);

    private final LogStateMachine machine;
    private final PeerRpcType.Parts parts;
    private final AwaitForSignal events;
    private final AtomicLong calls = new AtomicLong();
    private final Backoff installations = new Backoff(System::nanoTime);
    private volatile long told = -1;
    private int failures;
    private int unreadable;

    PromptAppender(
            RaftServer.Division server,
            LeaderState leader,
            FollowerInfo follower,
            LogStateMachine machine,
            PeerRpcType.Parts parts) {
        super(server, leader, follower);
        this.machine = machine;
        this.parts = parts;
        this.events = new StickySignal(follower.getName());
    }

    @Override
    public long getCallId() {
        return calls.get();
    }

    @Override
    public Comparator<Long> getCallIdComparator() {
        return Comparator.naturalOrder();
    }

    @Override
    public AwaitForSignal getEventAwaitForSignal() {
        return events;
    }

    /**
     * A heartbeat is due at once when that is the only way to tell of a commit. Entries to be sent
     * will carry it. Under load the next entry comes so soon that it is worth waiting for.
     */
    @Override
    public long getHeartbeatWaitTimeMs() {
        if (worthTelling() <= told || hasAppendEntries()) {
            return super.getHeartbeatWaitTimeMs();
        }
        return machine.crowded()
                ? Math.max(0, CROWDED_WAIT_MILLIS - machine.millisSinceCommit())
                : 0;
    }

    @Override
    public void run() throws InterruptedException {
        try {
            while (isRunning()) {
                if (shouldSendAppendEntries() && !attempt()) {
                    rest();
                }
                getLeaderState().checkHealth(getFollower());
                if (isRunning() && !hasAppendEntries()) {
                    events.await(getHeartbeatWaitTimeMs(), TimeUnit.MILLISECONDS);
                }
            }
        } finally {
            machine.removeAppender(this);
        }
    }

    /** An answer that is still under way is not waited for. */
    @Override
    public CompletableFuture<LifeCycle.State> stopAsync() {
        CompletableFuture<LifeCycle.State> stopped = super.stopAsync();
        machine.removeAppender(this);
        parts.peers().reset(getFollowerId(), Question.APPEND);
        parts.peers().reset(getFollowerId(), Question.SNAPSHOT);
        return stopped;
    }

    @Override
    public AppendEntriesRequestProto newAppendEntriesRequest(long callId, boolean heartbeat)
            throws RaftLogIOException {
        long worth = worthTelling();
        long next = getFollower().getNextIndex();
        TermIndex previous = getPrevious(next);
        long wait = heartbeat ? 0 : getHeartbeatWaitTimeMs();
        List<LogEntryProto> entries =
                wait > 0 && follows(previous, next) ? gather(next, wait / 2) : List.of();
        if (wait > 0 && entries.isEmpty()) {
            return null;
        }
        AppendEntriesRequestProto request =
                getLeaderState()
                        .newAppendEntriesRequestProto(getFollower(), entries, previous, callId);
        told = Math.max(told, Math.min(worth, request.getLeaderCommit()));
        return request;
    }

    /** Without the entry before it a follower can take only the first, or one after a snapshot. */
    private boolean follows(TermIndex previous, long next) {
        return previous != null
                || next == RaftLog.LEAST_VALID_LOG_INDEX
                || next == getFollower().getSnapshotIndex() + 1;
    }

    /**
     * As many entries as go into a request, up to one that cannot be read. Ratis' own gathering
     * keeps those before it to itself and then takes no more.
     *
     * @param reserveMillis for the answer, of what is left until the next heartbeat
     * @throws RaftLogIOException if not even the first can be read
     */
    private List<LogEntryProto> gather(long first, long reserveMillis) throws RaftLogIOException {
        List<LogEntryProto> entries = new ArrayList<>();
        long end = getRaftLog().getNextIndex();
        long room = RaftTuning.ENTRY_MAX.getSize();
        for (long i = first; i < end && getHeartbeatWaitTimeMs() > reserveMillis; i++) {
            Optional<LogEntryProto> entry = entryAt(i, i == first);
            room -= entry.map(LogEntryProto::getSerializedSize).orElse(0);
            if (entry.isEmpty() || room < 0 && i > first) {
                break;
            }
            entries.add(entry.get());
        }
        unreadable = 0;
        if (!entries.isEmpty()) {
            installations.done(true); // none is needed, whatever became of the last one
        }
        return entries;
    }

    /** Empty if it has been purged meanwhile, or cannot be read and need not be. */
    private Optional<LogEntryProto> entryAt(long index, boolean needed) throws RaftLogIOException {
        try {
            return Optional.ofNullable(getRaftLog().get(index));
        } catch (RaftLogIOException e) {
            if (needed) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Only to a follower that answers: begun a moment too early, while it starts, an installation
     * is in vain. A snapshot also stands in for a log that cannot be read.
     */
    @Override
    public boolean shouldInstallSnapshot(boolean hasSnapshot) {
        boolean instead =
                unreadable > 0
                        && !installations.resting()
                        && machine.getStateMachineStorage().newest()
                                >= getFollower().getNextIndex();
        return answers() && (instead || super.shouldInstallSnapshot(hasSnapshot));
    }

    /**
     * Whether the follower has taken what there was to send. Never fails: Ratis would begin again
     * with a new record of the follower, while its leader counts by the old one.
     */
    private boolean attempt() {
        try {
            boolean sent = send();
            if (sent && failures > 0) {
                LOG.info("{} answers again", getFollowerId());
                failures = 0;
            }
            return sent;
        } catch (RaftLogIOException e) {
            cannotRead(e);
        } catch (IOException | RuntimeException e) {
            // Ratis throws the latter when a file of the snapshot cannot be read.
            if (failures == 0 && isRunning()) {
                LOG.warn("{} does not answer: {}", getFollowerId(), e.toString());
            }
            failures++;
            told = -1;
        }
        return false;
    }

    /** What is damaged and cannot be sent by a snapshot either only another node can send. */
    private void cannotRead(RaftLogIOException failure) {
        if (unreadable == 0 && isRunning()) {
            LOG.error("this node's log cannot be read for {}", getFollowerId(), failure);
        }
        unreadable++;
        if (unreadable % SHORT_RESTS == 0 && machine.mayGiveUp(System.nanoTime())) {
            parts.blocking().execute(new Handover(getServer())::run);
        }
    }

    private void rest() throws InterruptedException {
        boolean brief = Math.max(failures, unreadable) <= SHORT_RESTS && !installations.resting();
        long millis = (brief ? SHORT_REST : LONG_REST).toMillis();
        long untilHeartbeat = Math.max(SHORT_REST.toMillis(), super.getHeartbeatWaitTimeMs());
        TimeUnit.MILLISECONDS.sleep(Math.min(millis, untilHeartbeat));
    }

    private boolean send() throws IOException {
        SnapshotInfo snapshot = shouldInstallSnapshot();
        if (snapshot == null) {
            return append(false);
        }
        if (!installations.resting()) {
            return install(snapshot);
        }
        if (getHeartbeatWaitTimeMs() <= 0) {
            append(true);
        }
        return false;
    }

    private boolean append(boolean heartbeat) throws IOException {
        AppendEntriesRequestProto request = newAppendEntriesRequest(calls.get(), heartbeat);
        if (request == null) {
            return false;
        }
        // In this order, or who asks for a heartbeat in between waits for a call that is not sent.
        resetHeartbeatTrigger();
        calls.incrementAndGet();
        Timestamp sent = Timestamp.currentTime();
        getFollower().updateLastRpcSendTime(request.getEntriesCount() == 0);
        AppendEntriesReplyProto reply = getServerRpc().appendEntries(request);
        getFollower().updateLastRpcResponseTime();
        if (reply.getResult() != AppendResult.NOT_LEADER) {
            // What ends the leadership must not lengthen its lease.
            getFollower().updateLastRespondedAppendEntriesSendTime(sent);
        }
        getLeaderState().onFollowerCommitIndex(getFollower(), reply.getFollowerCommit());
        take(request, reply);
        return true;
    }

    private void take(AppendEntriesRequestProto request, AppendEntriesReplyProto reply) {
        switch (reply.getResult()) {
            case SUCCESS -> advance(matchedUpTo(request, reply));
            case NOT_LEADER -> onFollowerTerm(reply.getTerm());
            case INCONSISTENCY ->
                    getFollower()
                            .setNextIndex(
                                    getNextIndexForInconsistency(
                                            firstIndex(request), reply.getNextIndex()));
            default -> LOG.warn("{} answered {}", getFollowerId(), reply.getResult());
        }
        getLeaderState().onAppendEntriesReply(this, reply);
    }

    /** The follower's next index; a heartbeat proves no more than what it stands on. */
    private long matchedUpTo(AppendEntriesRequestProto request, AppendEntriesReplyProto reply) {
        if (request.getEntriesCount() > 0) {
            return reply.getNextIndex();
        }
        return request.hasPreviousLog() ? request.getPreviousLog().getIndex() + 1 : 0;
    }

    private void advance(long next) {
        FollowerInfo follower = getFollower();
        if (next > follower.getNextIndex() || next > follower.getMatchIndex() + 1) {
            follower.updateMatchIndex(next - 1);
            follower.increaseNextIndex(Math.max(next, follower.getNextIndex()));
            getLeaderState().onFollowerSuccessAppendEntries(follower);
        }
    }

    private static long firstIndex(AppendEntriesRequestProto request) {
        return request.getEntriesCount() > 0
                ? request.getEntries(0).getIndex()
                : RaftLog.INVALID_LOG_INDEX;
    }

    /** Newer snapshots may come while this one is sent; until that is done it stays. */
    private boolean install(SnapshotInfo snapshot) throws IOException {
        SnapshotReads.Reading reading =
                machine.getStateMachineStorage().reads().begin(snapshot.getIndex());
        boolean installed = false;
        try (reading) {
            installed = sendChunks(snapshot);
        } finally {
            installations.done(installed);
        }
        return installed;
    }

    private boolean sendChunks(SnapshotInfo snapshot) throws IOException {
        LOG.info("sending snapshot {} to {}", snapshot.getTermIndex(), getFollowerId());
        String installation = UUID.randomUUID().toString();
        for (InstallSnapshotRequestProto chunk :
                newInstallSnapshotRequests(installation, snapshot)) {
            if (!isRunning()) {
                return false;
            }
            getFollower().updateLastRpcSendTime(false);
            InstallSnapshotReplyProto reply = getServerRpc().installSnapshot(chunk);
            getFollower().updateLastRpcResponseTime();
            if (reply.getResult() == InstallSnapshotResult.NOT_LEADER) {
                onFollowerTerm(reply.getTerm());
                return false;
            }
            if (reply.getResult() == InstallSnapshotResult.ALREADY_INSTALLED) {
                break;
            }
            if (!reply.getServerReply().getSuccess()) {
                LOG.info("{} refused the snapshot: {}", getFollowerId(), reply.getResult());
                return false;
            }
        }
        getFollower().setSnapshotIndex(snapshot.getTermIndex().getIndex());
        getFollower().setAttemptedToInstallSnapshot();
        LOG.info("{} has snapshot {}", getFollowerId(), snapshot.getTermIndex());
        return true;
    }

    private boolean answers() {
        return getFollower().getLastRpcResponseTime().elapsedTimeMs() < ANSWERED_MILLIS;
    }

    /** A follower commits nothing that it has not synced itself. */
    private long worthTelling() {
        return Math.min(getRaftLog().getLastCommittedIndex(), getFollower().getMatchIndex());
    }
}
