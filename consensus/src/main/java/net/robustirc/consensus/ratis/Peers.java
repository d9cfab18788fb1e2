package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.robustirc.consensus.peer.Frame;
import net.robustirc.consensus.peer.PeerLane;
import net.robustirc.consensus.peer.PeerNetwork;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;

/** The other nodes, by their Raft ids. */
final class Peers {
    private final PeerNetwork network;
    private final Map<RaftPeerId, HostPort> addresses = new ConcurrentHashMap<>();

    Peers(PeerNetwork network) {
        this.network = network;
    }

    PeerNetwork network() {
        return network;
    }

    void add(Collection<RaftPeer> peers) {
        peers.forEach(peer -> addresses.put(peer.getId(), HostPort.parse(peer.getAddress())));
    }

    /**
     * Blocks for the answer.
     *
     * @throws IOException when there is none in time, or it is a refusal
     */
    byte[] ask(RaftPeerId peer, Question question, byte[] body) throws IOException {
        return lane(peer, question)
                .ask(new Frame(question.code(), body), question.patience())
                .body();
    }

    /** Whoever waits for an answer of this node to such a question waits no longer. */
    void reset(RaftPeerId peer, Question question) {
        if (addresses.containsKey(peer)) {
            lane(peer, question).reset();
        }
    }

    private PeerLane lane(RaftPeerId peer, Question question) {
        HostPort address = addresses.get(peer);
        if (address == null) {
            throw new IllegalArgumentException(peer + " is no peer of this node");
        }
        return network.lane(address.host(), address.port(), question.name());
    }
}
