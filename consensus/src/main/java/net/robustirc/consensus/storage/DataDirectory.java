package net.robustirc.consensus.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A node's data directory. A tool formats it once, for the bootstrap of a network; a node opens and
 * locks it (design D15).
 *
 * <pre>
 * node.json    schema, network name, peer id, the peers of the bootstrap
 * lock         held while a node runs
 * raft/        Ratis: log, metadata, snapshots under its state machine folder
 * output/      segments of the output log
 * tmp/         snapshots while they are written; same file system, emptied at start
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
    /** Number of the layout described above; a directory of another one is refused. */
    public static final int SCHEMA = 1;

    private DataDirectory() {}

    /**
     * A peer of the bootstrap.
     *
     * @param peerId name and random storage id, e.g. {@code node1-6f0c2a9e51d3b784}
     * @param raftAddress {@code host:port}
     */
    public record BootstrapPeer(String peerId, String raftAddress) {}

    /** A peer id that no node ever had: the name, a hyphen, 16 random hexadecimal digits. */
    public static String newPeerId(String name) {
        throw new IllegalStateException(name);
    }

    /**
     * Makes an empty or missing directory ready for a node of a new network.
     *
     * @throws IOException if the directory is not empty or cannot be written
     */
    public static void format(
            Path directory, String networkName, String peerId, List<BootstrapPeer> peers)
            throws IOException {
        throw new IOException();
    }

    /**
     * Opens and locks a formatted directory.
     *
     * @throws IOException saying what is wrong: not formatted, of another network or schema, already
     *     in use by another process
     */
    public static DataDirectory open(Path directory, String networkName) throws IOException {
        throw new IOException();
    }

    @Override
    public void close() {}
}
