package net.robustirc.tools.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.localnet.LocalnetReport;
import net.robustirc.tools.node.NodeClient;

/** The measured nodes beyond their public side: who leads, and what their processes use. */
final class Nodes {
    private final Target target;
    private final NodeClient client;

    Nodes(Target target, NodeClient client) {
        this.target = target;
        this.client = client;
    }

    int count() {
        return target.nodes().size();
    }

    ServerAddress address(int node) {
        return target.nodes().get(node);
    }

    /** Its number from 0; empty while the nodes that answer know none. */
    Optional<Integer> leader() {
        for (ServerAddress node : target.nodes()) {
            try {
                String leader = client.leader("https://" + node);
                int number =
                        target.nodes().stream()
                                .map(ServerAddress::toString)
                                .toList()
                                .indexOf(leader);
                if (number >= 0) {
                    return Optional.of(number);
                }
            } catch (IOException e) {
                // Down, or not able to answer: another one is.
                continue;
            }
        }
        return Optional.empty();
    }

    /** How long the network holds back lines that come too fast; empty if not, or not known. */
    Optional<String> cooloff() {
        for (ServerAddress node : target.nodes()) {
            try {
                return Cooloff.of(client.configuration("https://" + node));
            } catch (IOException e) {
                // Down, or the password is not known; then the measurement must speak for itself.
                continue;
            }
        }
        return Optional.empty();
    }

    boolean ready(int node) {
        return client.ready("https://" + address(node));
    }

    /** Of this node's process, if it runs in a localnet here. */
    Optional<Long> pid(int node) {
        return target.localnet()
                .map(LocalnetReport::read)
                .map(report -> report.nodes().get(node).pid());
    }

    /** By name, e.g. {@code node 1}; this program is {@code loadtest}. */
    Map<String, ProcessUse> use() {
        Map<String, ProcessUse> use = new TreeMap<>();
        for (int node = 0; node < count(); node++) {
            String name = "node " + (node + 1);
            pid(node).flatMap(ProcessUse::of).ifPresent(found -> use.put(name, found));
        }
        ProcessUse.of(ProcessHandle.current().pid()).ifPresent(own -> use.put("loadtest", own));
        return use;
    }

    /** The nodes, counted from 0, that a placement names now. */
    List<Integer> placed(Placement placement) {
        int leader = -1;
        if (placement.needsLeader()) {
            leader =
                    leader().orElseThrow(
                                    () ->
                                            new ToolException(
                                                    "No leader was found; with --nodes give the"
                                                            + " network's password by"
                                                            + " --password-file."));
        }
        return placement.nodes(count(), leader);
    }
}
