package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
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
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppenderBase;
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
    private final Peers peers;
    private final AwaitForSignal events;
    private final AtomicLong calls = new AtomicLong();
    private volatile long told = -1;
    private int failures;

    PromptAppender(
            RaftServer.Division server,
            LeaderState leader,
            FollowerInfo follower,
            LogStateMachine machine,
            Peers peers) {
        super(server, leader, follower);
        this.machine = machine;
        this.peers = peers;
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
    public void run() throws InterruptedException, IOException {
        while (isRunning()) {
            if (shouldSendAppendEntries() && !send()) {
                rest();
            }
            getLeaderState().checkHealth(getFollower());
            if (isRunning() && !hasAppendEntries()) {
                events.await(getHeartbeatWaitTimeMs(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** An answer that is still under way is not waited for. */
    @Override
    public CompletableFuture<LifeCycle.State> stopAsync() {
        CompletableFuture<LifeCycle.State> stopped = super.stopAsync();
        peers.reset(getFollowerId(), Question.APPEND);
        peers.reset(getFollowerId(), Question.SNAPSHOT);
        return stopped;
    }

    @Override
    public AppendEntriesRequestProto newAppendEntriesRequest(long callId, boolean heartbeat)
            throws RaftLogIOException {
        long worth = worthTelling();
        AppendEntriesRequestProto request = super.newAppendEntriesRequest(callId, heartbeat);
        if (request != null) {
            told = Math.max(told, Math.min(worth, request.getLeaderCommit()));
        }
        return request;
    }

    /**
     * Only to a follower that answers: begun a moment too early, while it starts, an installation
     * is in vain.
     */
    @Override
    public boolean shouldInstallSnapshot(boolean hasSnapshot) {
        return answers() && super.shouldInstallSnapshot(hasSnapshot);
    }

    /** Whether the follower has taken what there was to send. */
    private boolean send() throws RaftLogIOException {
        try {
            SnapshotInfo snapshot = shouldInstallSnapshot();
            boolean sent = snapshot == null ? append() : install(snapshot);
            if (sent && failures > 0) {
                LOG.info("{} answers again", getFollowerId());
                failures = 0;
            }
            return sent;
        } catch (RaftLogIOException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            // Ratis throws the latter when a file of the snapshot cannot be read.
            if (failures == 0 && isRunning()) {
                LOG.warn("{} does not answer: {}", getFollowerId(), e.getMessage());
            }
            failures++;
            told = -1;
            return false;
        }
    }

    private void rest() throws InterruptedException {
        Duration rest = failures <= SHORT_RESTS ? SHORT_REST : LONG_REST;
        TimeUnit.MILLISECONDS.sleep(rest.toMillis());
    }

    private boolean append() throws IOException {
        AppendEntriesRequestProto request = newAppendEntriesRequest(calls.get(), false);
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
        SnapshotReads.Reading reading = machine.snapshotReads().begin(snapshot.getIndex());
        try (reading) {
            return sendChunks(snapshot);
        }
    }

    private boolean sendChunks(SnapshotInfo snapshot) throws IOException {
        LOG.info("sending snapshot {} to {}", snapshot.getTermIndex(), getFollowerId());
        String installation = UUID.randomUUID().toString();
        for (InstallSnapshotRequestProto chunk :
                newInstallSnapshotRequests(installation, snapshot)) {
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

    /** Ratis' own forgets a signal that comes just before the wait for it. */
    private static final class StickySignal extends AwaitForSignal {
        private boolean signalled;

        StickySignal(String name) {
            super(name);
        }

        @Override
        public synchronized void await() throws InterruptedException {
            while (!signalled) {
                wait();
            }
            signalled = false;
        }

        @Override
        public synchronized boolean await(long time, TimeUnit unit) throws InterruptedException {
            long left = unit.toNanos(time);
            long deadline = System.nanoTime() + left;
            while (!signalled && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
            boolean came = signalled;
            signalled = false;
            return came;
        }

        @Override
        public synchronized void signal() {
            signalled = true;
            notifyAll();
        }
    }
}
