package net.robustirc.war.boot;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;

/** The servers that pings name (robustsession-client.md rule 23). */
final class ClientServers {
    private ClientServers() {}

    /**
     * All public addresses that are known, the leader's first; never empty.
     *
     * @param own public address of this node, for as long as no other is known
     */
    static List<String> of(NodeStatus status, String own) {
        List<String> servers = new ArrayList<>();
        status.leader().ifPresent(servers::add);
        for (Peer peer : status.peers()) {
            String address = peer.publicAddress();
            if (!address.isEmpty() && !servers.contains(address)) {
                servers.add(address);
            }
        }
        return servers.isEmpty() ? List.of(own) : servers;
    }
}
