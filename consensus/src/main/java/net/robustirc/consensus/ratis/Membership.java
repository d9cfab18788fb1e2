package net.robustirc.consensus.ratis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.robustirc.consensus.storage.DataDirectory;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;

/** Who this node is and which Raft group it belongs to. */
record Membership(RaftGroupId group, RaftPeerId self, List<RaftPeer> bootstrapPeers) {

    static Membership of(String networkName, DataDirectory directory) {
        List<RaftPeer> peers =
                directory.bootstrapPeers().stream()
                        .map(
                                peer ->
                                        RaftPeer.newBuilder()
                                                .setId(peer.peerId())
                                                .setAddress(peer.raftAddress())
                                                .build())
                        .toList();
        return new Membership(groupOf(networkName), RaftPeerId.valueOf(directory.peerId()), peers);
    }

    /** The name makes the group, so that a node of another network can never join by mistake. */
    static RaftGroupId groupOf(String networkName) {
        byte[] name = ("robustirc:" + networkName).getBytes(StandardCharsets.UTF_8);
        return RaftGroupId.valueOf(UUID.nameUUIDFromBytes(name));
    }

    RaftGroup raftGroup() {
        return RaftGroup.valueOf(group, bootstrapPeers);
    }
}
