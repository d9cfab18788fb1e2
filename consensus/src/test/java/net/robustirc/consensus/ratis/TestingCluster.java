package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.consensus.peer.TestingTls;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;
import org.awaitility.Awaitility;

/** Some nodes in this JVM, on loopback ports between 21000 and 21999. */
final class TestingCluster implements AutoCloseable {
    static final String NETWORK = "test.example";

    private static final int FIRST_PORT = 21_000;
    private static final int PORTS = 1000;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger();

    private final List<ConsensusSettings> settings = new ArrayList<>();
    private final List<Optional<RatisConsensus>> nodes = new ArrayList<>();
    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    private TestingCluster() {}

    /** Formatted, none started. */
    static TestingCluster format(Path directory, int size, SnapshotPolicy policy) throws Exception {
        TestingCluster cluster = new TestingCluster();
        PeerTls tls = TestingTls.shared();
        List<BootstrapPeer> peers =
                IntStream.rangeClosed(1, size)
                        .mapToObj(
                                i ->
                                        new BootstrapPeer(
                                                DataDirectory.newPeerId("node" + i),
                                                "127.0.0.1:" + freePort()))
                        .toList();
        for (int i = 0; i < size; i++) {
            Path data = directory.resolve("node" + (i + 1));
            DataDirectory.format(data, NETWORK, peers.get(i).peerId(), peers);
            cluster.settings.add(
                    new ConsensusSettings(
                            NETWORK,
                            data,
                            "node" + (i + 1) + ".example:443",
                            Optional.empty(),
                            tls,
                            "test",
                            policy));
            cluster.nodes.add(Optional.empty());
        }
        return cluster;
    }

    /** Formatted, started and with a leader. */
    static TestingCluster start(Path directory, int size) throws Exception {
        TestingCluster cluster = format(directory, size, SnapshotPolicy.DEFAULT);
        cluster.startAll();
        return cluster;
    }

    static int freePort() {
        for (int tries = 0; tries < PORTS; tries++) {
            int port = FIRST_PORT + NEXT_PORT.getAndIncrement() % PORTS;
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody else's: the next one
            }
        }
        throw new IllegalStateException("no free port");
    }

    void startAll() throws IOException {
        for (int i = 0; i < nodes.size(); i++) {
            startNode(i);
        }
        awaitLeader();
        for (int i = 0; i < nodes.size(); i++) {
            awaitReady(i);
        }
    }

    RatisConsensus startNode(int index) throws IOException {
        RatisConsensus node = RatisConsensus.start(settings.get(index), exits::add);
        nodes.set(index, Optional.of(node));
        return node;
    }

    void awaitReady(int index) {
        await().until(() -> node(index).status().notReady().isEmpty());
    }

    /** Index of the node that leads and may take commands. */
    int awaitLeader() {
        await().until(() -> leader().isPresent());
        return leader().orElseThrow();
    }

    int awaitFollower() {
        int leader = awaitLeader();
        return IntStream.range(0, nodes.size())
                .filter(i -> i != leader && nodes.get(i).isPresent())
                .findFirst()
                .orElseThrow();
    }

    RatisConsensus node(int index) {
        return nodes.get(index).orElseThrow();
    }

    boolean runs(int index) {
        return nodes.get(index).isPresent();
    }

    ConsensusSettings settings(int index) {
        return settings.get(index);
    }

    List<Integer> exits() {
        return exits;
    }

    List<RatisConsensus> running() {
        return nodes.stream().flatMap(Optional::stream).toList();
    }

    void stopNode(int index) {
        node(index).close();
        nodes.set(index, Optional.empty());
    }

    void stopAll() {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).isPresent()) {
                stopNode(i);
            }
        }
    }

    static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        stopAll();
    }

    private Optional<Integer> leader() {
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).isPresent())
                .filter(i -> node(i).status().role() == Role.LEADER)
                .boxed()
                .findFirst();
    }
}
