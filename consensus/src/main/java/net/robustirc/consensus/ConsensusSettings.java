package net.robustirc.consensus;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a node needs to take part.
 *
 * @param networkName IRC server name; the same on all nodes
 * @param dataDirectory formatted by {@link net.robustirc.consensus.storage.DataDirectory}
 * @param publicAddress {@code host:port} at which clients reach this node
 * @param raftBindAddress {@code host:port} to listen on for peers; empty binds the address that the
 *     data directory names
 * @param tls certificates for the peers' mutual TLS
 * @param version of the software, announced to the others
 * @param snapshots when to take snapshots and how much to keep
 */
public record ConsensusSettings(
        String networkName,
        Path dataDirectory,
        String publicAddress,
        Optional<String> raftBindAddress,
        PeerTls tls,
        String version,
        SnapshotPolicy snapshots) {

    /**
     * PEM files for mutual TLS between peers; all three are needed.
     *
     * @param key PKCS#8
     * @param certificate this node's chain
     * @param ca whose certificates are believed
     */
    public record PeerTls(Path key, Path certificate, Path ca) {}

    /**
     * A snapshot is due after so many commands, or so many bytes of commands, whichever is first.
     * Log is kept back for two snapshots.
     */
    public record SnapshotPolicy(long commands, long bytes) {
        public static final SnapshotPolicy DEFAULT = new SnapshotPolicy(100_000, 32L << 20);
    }
}
