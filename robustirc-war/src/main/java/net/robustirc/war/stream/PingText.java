package net.robustirc.war.stream;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ping to send now, encoded again only when the list of servers has changed. */
final class PingText {
    private final Supplier<List<String>> servers;
    private List<String> encodedServers = List.of();
    private byte[] encoded = new byte[0];

    PingText(Supplier<List<String>> servers) {
        this.servers = servers;
    }

    /**
     * Empty as long as no server is known: a ping with an empty list would make old clients hang
     * for good (robustsession-client.md rule 23).
     */
    Optional<byte[]> now() {
        List<String> current = servers.get();
        if (!current.isEmpty() && !current.equals(encodedServers)) {
            encodedServers = List.copyOf(current);
            encoded = LineJson.ping(encodedServers);
        }
        return encodedServers.isEmpty() ? Optional.empty() : Optional.of(encoded);
    }
}
