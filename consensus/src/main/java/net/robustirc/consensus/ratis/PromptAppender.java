package net.robustirc.consensus.ratis;

import java.util.concurrent.TimeUnit;
import org.apache.ratis.grpc.server.GrpcLogAppender;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.raftlog.RaftLogIOException;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.util.AwaitForSignal;

/**
 * Tells a follower at once what has been committed, and sends snapshots only to one that answers.
 *
 * <p>Otherwise a follower learns of a commit with the next append, by Ratis' metadata entries,
 * which double the entries and their syncs to disk, or with a heartbeat, which is 250 ms late; and
 * its clients wait for just that (design D8).
 */
final class PromptAppender extends GrpcLogAppender {
    private static final long ANSWERED_MILLIS = 1000;
    private static final long UNANSWERED_WAIT_MILLIS = 20;
    private static final long CROWDED_WAIT_MILLIS = 6;

    private final LogStateMachine machine;
    private final AwaitForSignal events;
    private volatile long told = -1;

    PromptAppender(
            RaftServer.Division server,
            LeaderState leader,
            FollowerInfo follower,
            LogStateMachine machine) {
        super(server, leader, follower);
        this.machine = machine;
        this.events = new StickySignal(follower.getName());
    }

    @Override
    public AwaitForSignal getEventAwaitForSignal() {
        return events;
    }

    /**
     * A heartbeat is due at once when that is the only way to tell of a commit. Entries to be sent
     * will carry it; while entries are on their way a heartbeat cannot, and their answer wakes us.
     * Under load the next entry comes so soon that it is worth waiting for.
     */
    @Override
    public long getHeartbeatWaitTimeMs() {
        if (worthTelling() <= told || hasAppendEntries() || hasPendingDataRequests()) {
            return super.getHeartbeatWaitTimeMs();
        }
        return machine.crowded()
                ? Math.max(0, CROWDED_WAIT_MILLIS - machine.millisSinceCommit())
                : 0;
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
     * blocks for as long as its time limit.
     */
    @Override
    public boolean shouldInstallSnapshot(boolean hasSnapshot) {
        return answers() && super.shouldInstallSnapshot(hasSnapshot);
    }

    /** Newer snapshots may come while this one is sent; until that is done it stays. */
    @Override
    public Iterable<InstallSnapshotRequestProto> newInstallSnapshotRequests(
            String requestId, SnapshotInfo snapshot) {
        return machine.snapshotReads()
                .noted(snapshot.getIndex(), super.newInstallSnapshotRequests(requestId, snapshot));
    }

    /** With a follower that does not answer there is no hurry. */
    @Override
    public long getWaitTimeMs() {
        return answers()
                ? super.getWaitTimeMs()
                : Math.max(UNANSWERED_WAIT_MILLIS, super.getWaitTimeMs());
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
