package net.robustirc.consensus.ratis;

import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Member;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;

/** Puts a node's status together from Ratis, the member table and the watch over the quorum. */
final class StatusReader {
    /** Entries; each is a batch. Applying that many takes well below a second. */
    private static final long MAX_LAG = 2000;

    private final RaftServer.Division division;
    private final Replica replica;
    private final QuorumWatch quorum;
    private final Health health;

    StatusReader(RaftServer.Division division, Replica replica, QuorumWatch quorum, Health health) {
        this.division = division;
        this.replica = replica;
        this.quorum = quorum;
        this.health = health;
    }

    NodeStatus read() {
        DivisionInfo info = division.getInfo();
        ServerView view = replica.view();
        long applied = info.getLastAppliedIndex();
        long committed = Math.max(applied, division.getRaftLog().getLastCommittedIndex());
        boolean cutOff = quorum.cutOff();
        return new NodeStatus(
                role(info),
                division.getId().toString(),
                leader(info, view),
                info.getCurrentTerm(),
                applied,
                committed,
                quorum.lastContact(),
                cutOff,
                notReady(info, cutOff, committed - applied),
                peers(view));
    }

    private Optional<String> notReady(DivisionInfo info, boolean cutOff, long lag) {
        Optional<String> own = health.notReady();
        if (own.isPresent()) {
            return own;
        }
        if (!info.isAlive()) {
            return Optional.of("replication has stopped on this node");
        }
        if (cutOff) {
            return Optional.of("this node is cut off from the others");
        }
        if (info.getLeaderId() == null) {
            return Optional.of("the network has no leader at the moment");
        }
        return lag > MAX_LAG
                ? Optional.of("this node is catching up: " + lag + " log entries behind")
                : Optional.empty();
    }

    private List<Peer> peers(ServerView view) {
        return division.getRaftConf().getCurrentPeers().stream()
                .map(peer -> peer(peer, view))
                .toList();
    }

    private static Peer peer(RaftPeer peer, ServerView view) {
        String id = peer.getId().toString();
        Optional<Member> member = member(view, id);
        return new Peer(
                id,
                peer.getAddress(),
                member.map(Member::publicAddress).orElse(""),
                member.map(Member::version).orElse(""));
    }

    private static Optional<String> leader(DivisionInfo info, ServerView view) {
        RaftPeerId leader = info.getLeaderId();
        return leader == null
                ? Optional.empty()
                : member(view, leader.toString()).map(Member::publicAddress);
    }

    private static Optional<Member> member(ServerView view, String peerId) {
        return view.members().stream().filter(m -> m.peerId().equals(peerId)).findFirst();
    }

    private static Role role(DivisionInfo info) {
        if (!info.isAlive()) {
            return Role.SHUTDOWN;
        }
        return switch (info.getCurrentRole()) {
            case LEADER -> Role.LEADER;
            case CANDIDATE -> Role.CANDIDATE;
            case FOLLOWER, LISTENER, UNRECOGNIZED -> Role.FOLLOWER;
        };
    }
}
