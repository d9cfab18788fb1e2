package net.robustirc.consensus.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node's data directory. A tool formats it once, for the bootstrap of a network; a node opens and
 * locks it (design D15).
 *
 * <pre>
 * node.properties  schema, network name, peer id, the peers of the bootstrap
 * lock             held while a node runs
 * started          made when the log was first written; from then on an empty raft/ is refused
 * raft/            Ratis: log, metadata, snapshots under its state machine folder
 * output/          segments of the output log
 * tmp/             snapshots while they are written; same file system, emptied at start
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
    /** Number of the layout described above; a directory of another one is refused. */
    public static final int SCHEMA = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final NodeFile node;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, NodeFile node, FileChannel lockFile) {
        this.directory = directory;
        this.node = node;
        this.lockFile = lockFile;
    }

    /**
     * A peer of the bootstrap.
     *
     * @param peerId name and random storage id, e.g. {@code node1-6f0c2a9e51d3b784}
     * @param raftAddress {@code host:port}
     */
    public record BootstrapPeer(String peerId, String raftAddress) {}

    /** A peer id that no node ever had: the name, a hyphen, 16 random hexadecimal digits. */
    public static String newPeerId(String name) {
        return name + "-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /**
     * Makes an empty or missing directory ready for a node of a new network.
     *
     * @throws IOException if the directory is not empty or cannot be written
     * @throws IllegalArgumentException if the peer is not one of the peers
     */
    public static void format(
            Path directory, String networkName, String peerId, List<BootstrapPeer> peers)
            throws IOException {
        if (peers.stream().noneMatch(peer -> peer.peerId().equals(peerId))) {
            throw new IllegalArgumentException("peer " + peerId + " is not among " + peers);
        }
        Files.createDirectories(directory);
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new IOException("data directory " + directory + " is not empty");
            }
        }
        OwnerOnly.restrictDirectory(directory);
        new NodeFile(SCHEMA, networkName, peerId, peers).write(directory);
    }

    /**
     * Opens and locks a formatted directory.
     *
     * @throws IOException saying what is wrong: not formatted, of another network or schema,
     *     already in use by another process
     */
    public static DataDirectory open(Path directory, String networkName) throws IOException {
        NodeFile node = NodeFile.read(directory);
        if (!node.networkName().equals(networkName)) {
            throw new IOException(
                    "data directory "
                            + directory
                            + " belongs to the network "
                            + node.networkName()
                            + ", not to "
                            + networkName);
        }
        DataDirectory opened = new DataDirectory(directory.toAbsolutePath(), node, lock(directory));
        try {
            opened.prepare();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    public String peerId() {
        return node.peerId();
    }

    /** The peers that the network began with, this node among them. */
    public List<BootstrapPeer> bootstrapPeers() {
        return node.peers();
    }

    /** This node's {@code host:port} for its peers. */
    public String raftAddress() {
        return node.peers().stream()
                .filter(peer -> peer.peerId().equals(node.peerId()))
                .findFirst()
                .orElseThrow()
                .raftAddress();
    }

    /** Where Ratis keeps its log and the snapshots. */
    public Path raft() {
        return directory.resolve("raft");
    }

    /** Where the output log keeps its live segments. */
    public Path output() {
        return directory.resolve("output");
    }

    /** For files on their way into {@link #raft()}: the same file system, so renames are atomic. */
    public Path temporary() {
        return directory.resolve("tmp");
    }

    /** Bytes that can still be written here. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    /**
     * Remembers that there is a log here: an empty one under the same peer id could lose commits.
     */
    public void markStarted() throws IOException {
        if (!Files.exists(startedMarker())) {
            Files.createFile(startedMarker());
            DirectoryTree.sync(directory);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException {
        if (Files.exists(startedMarker()) && !hasLog()) {
            throw new IOException(
                    "data directory "
                            + directory
                            + " has lost its log; format an empty one under a new peer id");
        }
        Files.createDirectories(raft());
        Files.createDirectories(output());
        DirectoryTree.delete(temporary());
        Files.createDirectories(temporary());
    }

    private boolean hasLog() throws IOException {
        if (!Files.isDirectory(raft())) {
            return false;
        }
        try (Stream<Path> groups = Files.list(raft())) {
            return groups.anyMatch(group -> Files.isDirectory(group.resolve("current")));
        }
    }

    private Path startedMarker() {
        return directory.resolve("started");
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer as for another one
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("data directory " + directory + " is already in use by another node");
    }
}
