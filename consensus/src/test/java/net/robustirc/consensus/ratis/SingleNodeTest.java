package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleNodeTest {
    @TempDir private Path directory;

    @Test
    void command_isAppliedOnce_andSeenByReaders() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            RatisConsensus node = cluster.node(0);
            long before = node.view().lastId();

            Outcome outcome = TestingChat.accepted(node, TestingChat.createSession("token"));

            assertThat(outcome.id()).isGreaterThan(before);
            ServerView applied = node.whenApplied(outcome.id()).get(30, TimeUnit.SECONDS);
            assertThat(applied.session(new SessionId(outcome.id()))).isPresent();
            assertThat(node.current().get(30, TimeUnit.SECONDS).lastId())
                    .isGreaterThanOrEqualTo(outcome.id());
            assertThat(node.output().tail()).isGreaterThanOrEqualTo(outcome.id());
        }
    }

    @Test
    void waiterForALaterId_isCompletedByIt() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            RatisConsensus node = cluster.node(0);
            awaitAnnounced(node);
            CompletableFuture<ServerView> waiter = node.whenApplied(node.view().lastId() + 3);

            TestingChat.accepted(node, new Command.Tick());
            assertThat(waiter).isNotDone();
            TestingChat.accepted(node, new Command.Tick());
            TestingChat.accepted(node, new Command.Tick());

            assertThat(waiter.get(30, TimeUnit.SECONDS).lastId()).isEqualTo(node.view().lastId());
        }
    }

    @Test
    void status_namesTheLeaderByItsPublicAddress() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            RatisConsensus node = cluster.node(0);
            awaitAnnounced(node);

            NodeStatus status = node.status();

            assertThat(status.role()).isEqualTo(NodeStatus.Role.LEADER);
            assertThat(status.leader()).contains("node1.example:443");
            assertThat(status.notReady()).isEmpty();
            assertThat(status.cutOff()).isFalse();
            assertThat(status.lastContact()).isZero();
            assertThat(status.peers())
                    .singleElement()
                    .satisfies(
                            peer -> {
                                assertThat(peer.peerId()).isEqualTo(status.peerId());
                                assertThat(peer.publicAddress()).isEqualTo("node1.example:443");
                                assertThat(peer.version()).isEqualTo("test");
                            });
        }
    }

    @Test
    void drainedNode_takesNoMoreCommands_andSaysSo() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            RatisConsensus node = cluster.node(0);

            node.drain().get(30, TimeUnit.SECONDS);

            assertThatThrownBy(() -> node.submit(new Command.Tick()).get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UnavailableException.class)
                    .hasMessageContaining("shutting down");
            assertThat(node.status().notReady()).contains("this node is shutting down");
        }
    }

    @Test
    void closedNode_leavesNoThreadOfOurs_andNoLock() throws Exception {
        TestingCluster cluster = TestingCluster.start(directory, 1);
        CompletableFuture<ServerView> waiter = cluster.node(0).whenApplied(Long.MAX_VALUE);

        cluster.close();

        assertThat(waiter).isCompletedExceptionally();
        // An executor has ended a moment before the last of its threads has.
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ourThreads()).isEmpty());
        assertThat(cluster.exits()).isEmpty();
        cluster.startAll();
        cluster.close();
    }

    @Test
    void restartedNode_goesOnWhereItStopped() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            TestingChat chat = TestingChat.open(cluster.node(0));
            long said = chat.say(cluster.node(0), 1, "before").get(30, TimeUnit.SECONDS).id();
            cluster.stopAll();

            cluster.startAll();

            RatisConsensus node = cluster.node(0);
            assertThat(node.view().lastId()).isGreaterThanOrEqualTo(said);
            assertThat(chat.say(node, 1, "before").get(30, TimeUnit.SECONDS).code())
                    .isEqualTo(Outcome.Code.DUPLICATE);
            Outcome after = chat.say(node, 2, "after").get(30, TimeUnit.SECONDS);
            assertThat(chat.heardOnceApplied(node, after.id())).containsExactly("before", "after");
        }
    }

    @Test
    void secondNodeOnTheSameDirectory_isRefused() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(cluster.settings(0)))
                    .withMessageContaining("already in use");
            TestingChat.accepted(cluster.node(0), new Command.Tick());
        }
    }

    @Test
    void takenPort_isRefused_andNothingStaysOpen() throws Exception {
        TestingCluster cluster = TestingCluster.format(directory, 1, SnapshotPolicy.DEFAULT);
        int port = TestingCluster.freePort();
        ConsensusSettings onThatPort =
                with(cluster.settings(0), Optional.of("127.0.0.1:" + port), Optional.empty());
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(onThatPort))
                    .withMessageContaining("cannot listen for peers on 127.0.0.1:" + port);
        }

        assertThat(ourThreads()).isEmpty();
        cluster.startAll();
        cluster.close();
    }

    @Test
    void missingCertificate_isRefused_namingTheFile() throws Exception {
        TestingCluster cluster = TestingCluster.format(directory, 1, SnapshotPolicy.DEFAULT);
        PeerTls good = cluster.settings(0).tls();
        Path missing = directory.resolve("nowhere.pem");
        ConsensusSettings settings =
                with(
                        cluster.settings(0),
                        Optional.empty(),
                        Optional.of(new PeerTls(good.key(), missing, good.ca())));

        assertThatIOException()
                .isThrownBy(() -> RatisConsensus.start(settings))
                .withMessageContaining(missing.toString());
    }

    @Test
    void concurrentCommands_travelInFewEntries() throws Exception {
        try (TestingCluster cluster = TestingCluster.start(directory, 1)) {
            RatisConsensus node = cluster.node(0);
            SessionId session = TestingChat.register(node, "busy");
            long entriesBefore = node.status().appliedIndex();

            List<CompletableFuture<Outcome>> posted =
                    IntStream.rangeClosed(1, 2000)
                            .mapToObj(i -> node.submit(TestingChat.line(session, i, "PING x")))
                            .toList();
            for (CompletableFuture<Outcome> each : posted) {
                assertThat(each.get(30, TimeUnit.SECONDS).code()).isEqualTo(Outcome.Code.APPLIED);
            }

            assertThat(node.status().appliedIndex() - entriesBefore).isLessThan(500);
        }
    }

    private static void awaitAnnounced(RatisConsensus node) {
        String peerId = node.status().peerId();
        TestingCluster.await()
                .until(
                        () ->
                                node.view()
                                        .members()
                                        .contains(
                                                new Member(
                                                        peerId, "node1.example:443", "test", 1)));
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("robustirc-"))
                .toList();
    }

    private static ConsensusSettings with(
            ConsensusSettings settings, Optional<String> bind, Optional<PeerTls> tls)
            throws IOException {
        return new ConsensusSettings(
                settings.networkName(),
                settings.dataDirectory(),
                settings.publicAddress(),
                bind,
                tls.orElse(settings.tls()),
                settings.version(),
                settings.snapshots());
    }
}
