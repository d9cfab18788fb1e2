package net.robustirc.war.stream;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ping to send now; a thousand streams that come at once share one look at the node. */
final class PingText {
    private static final long REFRESH_NANOS = 100_000_000L;

    private final Supplier<List<String>> servers;
    private long refreshAt;
    private List<String> encodedServers = List.of();
    private byte[] encoded = new byte[0];

    PingText(Supplier<List<String>> servers, long nowNanos) {
        this.servers = servers;
        this.refreshAt = nowNanos;
    }

    /**
     * Empty as long as no server is known: a ping with an empty list would make old clients hang
     * for good (robustsession-client.md rule 23).
     */
    Optional<byte[]> at(long nowNanos) {
        if (nowNanos - refreshAt >= 0) {
            refreshAt = nowNanos + REFRESH_NANOS;
            refresh(servers.get());
        }
        return encodedServers.isEmpty() ? Optional.empty() : Optional.of(encoded);
    }

    private void refresh(List<String> current) {
        if (!current.isEmpty() && !current.equals(encodedServers)) {
            encodedServers = List.copyOf(current);
            encoded = LineJson.ping(encodedServers);
        }
    }
}
