package net.robustirc.war.forward;

import java.util.Optional;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Role;

/** Value of {@code Content-Location}: which node did the work (robustsession-client.md rule 31). */
public final class LeaderHint {
    private LeaderHint() {}

    /**
     * {@code //leader:port/path}, or nothing where this node leads or knows no leader: without an
     * authority part a client would add an empty server to its list.
     *
     * @param path as requested, with query if there was one
     */
    public static Optional<String> contentLocation(NodeStatus status, String path) {
        return status.role() == Role.LEADER
                ? Optional.empty()
                : status.leader().filter(leader -> !leader.isEmpty()).map(l -> "//" + l + path);
    }
}
