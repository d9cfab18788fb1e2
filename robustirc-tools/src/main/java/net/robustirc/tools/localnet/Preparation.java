package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;
import net.robustirc.tools.PrivateFiles;
import net.robustirc.tools.tls.LoopbackAuthority;
import net.robustirc.tools.tls.NodeFiles;

/** Everything on disk that must be there before the first process starts. */
final class Preparation {
    private final LocalnetSettings settings;
    private final Layout layout;
    private final PrintWriter out;

    Preparation(LocalnetSettings settings, Layout layout, PrintWriter out) {
        this.settings = settings;
        this.layout = layout;
        this.out = out;
    }

    /** Nobody else may use the directory. Returns the network as it is to be started. */
    NetworkFile prepare() throws IOException {
        Files.deleteIfExists(layout.report());
        int left = new ProcessTable(layout.processes()).clean();
        if (left > 0) {
            out.println("Stopped " + left + " processes of a localnet that died here.");
        }
        Optional<NetworkFile> before = NetworkFile.read(layout.network());
        NetworkFile network = before.map(settings::resumed).orElseGet(settings::fresh);
        ports(network).check();
        network.write(layout.network());
        PrivateFiles.write(layout.passwordFile(), network.networkPassword());
        return network.formatted() ? network : format(network);
    }

    static Ports ports(NetworkFile network) {
        return new Ports(
                network.ircPort(), network.httpPort(), network.raftPort(), network.nodes());
    }

    /** One set per node, in order. */
    List<NodeFiles> certificates(NetworkFile network) throws IOException, GeneralSecurityException {
        LoopbackAuthority authority = LoopbackAuthority.open(layout.tls(), Instant.now());
        List<NodeFiles> files = new ArrayList<>();
        for (int node = 1; node <= network.nodes(); node++) {
            PrivateFiles.createDirectory(layout.node(node));
            files.add(
                    authority.issue(
                            network.peerIds().get(node - 1),
                            layout.nodeTls(node),
                            network.keyStorePassword()));
        }
        return files;
    }

    /** No node was ever started, so whatever an interrupted first start left may go. */
    private NetworkFile format(NetworkFile network) throws IOException {
        Ports ports = ports(network);
        List<BootstrapPeer> peers =
                IntStream.rangeClosed(1, network.nodes())
                        .mapToObj(
                                node ->
                                        new BootstrapPeer(
                                                network.peerIds().get(node - 1),
                                                Commands.HOST + ":" + ports.raft(node)))
                        .toList();
        for (int node = 1; node <= network.nodes(); node++) {
            Programs.delete(layout.data(node));
            PrivateFiles.createDirectory(layout.node(node));
            DataDirectory.format(
                    layout.data(node), network.networkName(), peers.get(node - 1).peerId(), peers);
        }
        NetworkFile formatted = network.withFormatted();
        formatted.write(layout.network());
        return formatted;
    }
}
