package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an election from being cut off (design D10). An election among nodes that reach each other
 * ends no streams, however long it takes; a node that has had no leader for 10 s is cut off when
 * the nodes it reaches are no majority, or when they follow a leader that it cannot reach.
 */
final class QuorumWatch {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PROBE_AFTER = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(QuorumWatch.class);

    private final RaftServer.Division division;
    private final Peers peers;
    private final Threads threads;
    private final NodeEvents events;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile long lastLeaderNanos = System.nanoTime();
    private volatile boolean peersElecting;

    QuorumWatch(RaftServer.Division division, Peers peers, Threads threads, NodeEvents events) {
        this.division = division;
        this.peers = peers;
        this.threads = threads;
        this.events = events;
    }

    /** Time since this node last heard of a leader; zero on the leader. */
    Duration lastContact() {
        DivisionInfo info = division.getInfo();
        if (info.isLeader()) {
            return Duration.ZERO;
        }
        if (info.isFollower() && info.getLeaderId() != null) {
            return Duration.ofMillis(sinceLastCall(info.getRoleInfoProto()));
        }
        return Duration.ofNanos(System.nanoTime() - lastLeaderNanos);
    }

    /** Also when Ratis has stopped: what it last knew of a leader then stays as it was. */
    boolean cutOff() {
        return !division.getInfo().isAlive()
                || lastContact().compareTo(PATIENCE) > 0 && !peersElecting;
    }

    /** To be called about twice a second. */
    void look() {
        if (!division.getInfo().isAlive()) {
            events.serverStopped();
            return;
        }
        Duration silence = lastContact();
        if (silence.compareTo(PROBE_AFTER) < 0) {
            if (division.getInfo().getLeaderId() != null) {
                lastLeaderNanos = System.nanoTime() - silence.toNanos();
            }
            peersElecting = false;
        } else if (probing.compareAndSet(false, true)) {
            threads.blocking().execute(this::probe);
        }
    }

    private void probe() {
        try {
            List<RaftPeerId> others =
                    division.getRaftConf().getCurrentPeers().stream()
                            .map(peer -> peer.getId())
                            .filter(peer -> !peer.equals(division.getId()))
                            .toList();
            long electing = others.stream().filter(this::answersWithoutLeader).count();
            peersElecting = electing + 1 > (others.size() + 1) / 2;
        } finally {
            probing.set(false);
        }
    }

    private boolean answersWithoutLeader(RaftPeerId peer) {
        try {
            return !PeerDoor.leaderKnown(peers.ask(peer, Question.LEADER_KNOWN, new byte[0]));
        } catch (IOException e) {
            LOG.debug("{} does not answer", peer, e);
            return false;
        }
    }

    private static long sinceLastCall(RoleInfoProto role) {
        return role.getFollowerInfo().getLeaderInfo().getLastRpcElapsedTimeMs();
    }
}
