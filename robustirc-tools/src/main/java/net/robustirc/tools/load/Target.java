package net.robustirc.tools.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.robustirc.session.server.ServerAddress;

/**
 * The network to measure.
 *
 * @param nodes in the order of their numbers
 * @param caFile PEM; the system's authorities if empty
 * @param password of the private side; needed to find the leader
 * @param localnet directory of the localnet that it is, if it is one
 */
record Target(
        List<ServerAddress> nodes,
        Optional<Path> caFile,
        Optional<String> password,
        Optional<Path> localnet) {

    Target {
        nodes = List.copyOf(nodes);
    }

    /** {@code host:port} joined by commas. */
    String network() {
        return nodes.stream().map(ServerAddress::toString).collect(Collectors.joining(","));
    }

    /** Reads {@code https://host:port} or {@code host:port}. */
    static ServerAddress address(String url) {
        String bare = url.startsWith("https://") ? url.substring("https://".length()) : url;
        String authority = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        return ServerAddress.parse(authority)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'"
                                                + url
                                                + "' is not the address of a node, such as"
                                                + " https://localhost:13001."));
    }
}
