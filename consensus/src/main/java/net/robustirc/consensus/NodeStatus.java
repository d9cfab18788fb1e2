package net.robustirc.consensus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this node stands in the network at this moment.
 *
 * @param leader the leader's public {@code host:port}, if known
 * @param lastContact time since this node last heard of a leader that has a majority; zero on the
 *     leader
 * @param cutOff whether a leader has been out of reach for so long (10 s) that streams should end
 *     (design D10)
 * @param notReady why this node should get no new clients, one sentence; empty when it is ready
 */
public record NodeStatus(
        Role role,
        String peerId,
        Optional<String> leader,
        long term,
        long appliedIndex,
        long commitIndex,
        Duration lastContact,
        boolean cutOff,
        Optional<String> notReady,
        List<Peer> peers) {

    /** Raft role, named as in the original's status page. */
    public enum Role {
        LEADER("Leader"),
        FOLLOWER("Follower"),
        CANDIDATE("Candidate"),
        SHUTDOWN("Shutdown");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A member of the Raft configuration.
     *
     * @param raftAddress {@code host:port} of its Raft door
     * @param publicAddress {@code host:port} for clients; empty until it has announced it
     * @param version of its software; empty until announced
     */
    public record Peer(String peerId, String raftAddress, String publicAddress, String version) {}
}
