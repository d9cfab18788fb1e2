package net.robustirc.tools.localnet;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.tools.ToolException;

/**
 * What was asked for on the command line; what is empty is as at the last start, or the default.
 *
 * @param config a network configuration for the first start, in TOML
 */
record LocalnetSettings(
        Path directory,
        OptionalInt nodes,
        OptionalInt ircPort,
        OptionalInt httpPort,
        Optional<String> networkName,
        Optional<Path> config,
        boolean restarting,
        NodeJvm nodeJvm) {

    static final int NODES = 3;
    static final int IRC_PORT = 6667;
    static final int HTTP_PORT = 13001;
    static final String NETWORK_NAME = "localnet.localhost";
    static final int MAX_NODES = 9;
    private static final Pattern SERVER_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.-]{0,62}");

    LocalnetSettings {
        networkName
                .filter(name -> !SERVER_NAME.matcher(name).matches())
                .ifPresent(
                        name -> {
                            throw new IllegalArgumentException(
                                    "'%s' cannot be a network name: letters, digits, dots and hyphens, at most 63."
                                            .formatted(name));
                        });
        nodes.ifPresent(
                count -> {
                    if (count < 1 || count > MAX_NODES) {
                        throw new IllegalArgumentException(
                                "--nodes is %d; 1 to %d are possible.".formatted(count, MAX_NODES));
                    }
                });
    }

    /** A network that never ran. */
    NetworkFile fresh() {
        return NetworkFile.fresh(
                networkName.orElse(NETWORK_NAME),
                ircPort.orElse(IRC_PORT),
                httpPort.orElse(HTTP_PORT),
                IntStream.rangeClosed(1, nodes.orElse(NODES))
                        .mapToObj(node -> DataDirectory.newPeerId("node" + node))
                        .toList());
    }

    /** The network that ran here before; ports may move, name and size may not. */
    NetworkFile resumed(NetworkFile before) {
        if (nodes.isPresent() && nodes.getAsInt() != before.nodes()) {
            throw new ToolException(
                    "%s holds a network of %d nodes, not %d; leave out --nodes or choose another --dir."
                            .formatted(directory, before.nodes(), nodes.getAsInt()));
        }
        if (networkName.isPresent() && !networkName.get().equals(before.networkName())) {
            throw new ToolException(
                    "%s holds the network %s, not %s; leave out --network-name or choose another --dir."
                            .formatted(directory, before.networkName(), networkName.get()));
        }
        return before.withPorts(
                ircPort.orElse(before.ircPort()), httpPort.orElse(before.httpPort()));
    }
}
