package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.ratis.proto.RaftProtos.LeaderInfoProto;
import org.apache.ratis.proto.RaftProtos.ServerRpcProto;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.LeaderElectionManagementRequest;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives leadership away before this node goes, so that nobody waits for an election. */
final class Handover {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(1);
    private static final long ANSWERED_MILLIS = 1000;
    private static final Duration RETRY = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final RaftServer.Division division;

    Handover(RaftServer.Division division) {
        this.division = division;
    }

    /** Blocks until this node leads no more, or nobody could be found in time. */
    void run() {
        if (division.getRaftConf().getCurrentPeers().size() == 1) {
            return;
        }
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (leading() && System.nanoTime() - deadline < 0) {
            for (RaftPeerId successor : candidates()) {
                if (leading() && transfer(successor)) {
                    LOG.info("leadership handed over to {}", successor);
                }
            }
            LockSupport.parkNanos(RETRY.toNanos());
        }
    }

    /** The same, and this node stands for no election any more: others may flap, it is to go. */
    void retire() {
        try {
            division.getRaftServer()
                    .leaderElectionManagement(
                            LeaderElectionManagementRequest.newPause(
                                    ClientId.randomId(),
                                    division.getId(),
                                    division.getMemberId().getGroupId(),
                                    1));
        } catch (IOException e) {
            LOG.info("this node may be elected again: {}", e.getMessage());
        }
        run();
    }

    private boolean leading() {
        return division.getInfo().isAlive() && division.getInfo().isLeader();
    }

    private List<RaftPeerId> candidates() {
        DivisionInfo info = division.getInfo();
        return candidates(info.getRoleInfoProto().getLeaderInfo(), info.getFollowerMatchIndices());
    }

    /**
     * The others that answer, best informed first. One that is dead must not be asked: Ratis takes
     * no commands while it waits for it.
     *
     * @param matched for each follower; null on a node that does not lead any more
     */
    static List<RaftPeerId> candidates(LeaderInfoProto leader, long[] matched) {
        List<ServerRpcProto> followers = leader.getFollowerInfoList();
        if (matched == null || matched.length != followers.size()) {
            return List.of();
        }
        return IntStream.range(0, matched.length)
                .filter(i -> followers.get(i).getLastRpcElapsedTimeMs() < ANSWERED_MILLIS)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> matched[i]).reversed())
                .map(i -> RaftPeerId.valueOf(followers.get(i).getId().getId()))
                .toList();
    }

    private boolean transfer(RaftPeerId successor) {
        TransferLeadershipRequest request =
                new TransferLeadershipRequest(
                        ClientId.randomId(),
                        division.getId(),
                        division.getMemberId().getGroupId(),
                        1,
                        successor,
                        ATTEMPT_LIMIT.toMillis());
        try {
            RaftClientReply reply = division.getRaftServer().transferLeadership(request);
            if (!reply.isSuccess()) {
                LOG.info("{} did not take over: {}", successor, reply.getException().getMessage());
            }
            return reply.isSuccess();
        } catch (IOException e) {
            LOG.info("{} did not take over: {}", successor, e.getMessage());
            return false;
        }
    }
}
