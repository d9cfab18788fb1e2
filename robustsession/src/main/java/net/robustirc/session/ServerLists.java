package net.robustirc.session;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.session.server.ServerAddress;

/** Reads what an operator wrote as a network. */
final class ServerLists {
    private ServerLists() {}

    /**
     * The fixed list of {@code host:port} entries joined by commas; blanks around them and empty
     * entries do not matter.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static List<ServerAddress> parse(String network) {
        if (network.isBlank()) {
            throw new IllegalArgumentException("no network given: name its servers as host:port");
        }
        if (network.indexOf(':') < 0 && network.indexOf(',') < 0) {
            throw new IllegalArgumentException(
                    "looking up the servers of "
                            + network.strip()
                            + " in DNS is not possible yet: name them as host:port,host:port");
        }
        List<ServerAddress> servers = new ArrayList<>();
        for (String entry : network.split(",")) {
            if (!entry.isBlank()) {
                servers.add(server(entry.strip()));
            }
        }
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("the list of servers is empty");
        }
        return servers.stream().distinct().toList();
    }

    private static ServerAddress server(String entry) {
        return ServerAddress.parse(entry)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the server \""
                                                + entry
                                                + "\" is not of the form host:port"));
    }
}
