package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One cluster of three for all tests: each leaves it whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {
    private TestingCluster cluster;
    private TestingChat chat;
    private MessageId start;
    private long ids;

    @BeforeAll
    void startThree(@TempDir Path directory) throws Exception {
        cluster = TestingCluster.start(directory, 3);
        chat = TestingChat.open(cluster.node(0));
        start = new MessageId(chat.listener().value(), 0);
    }

    @AfterAll
    void stopAll() {
        cluster.close();
        assertThat(cluster.exits()).isEmpty();
    }

    @Test
    void everyNode_takesCommands_andDeliversThem() throws Exception {
        List<String> said = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < 30; i++) {
            String word = "any" + i;
            last = say(i % 3, word).get(30, TimeUnit.SECONDS).id();
            said.add(word);
        }
        for (RatisConsensus node : cluster.running()) {
            assertThat(heard(node, last, "any")).isEqualTo(said);
        }
    }

    @Test
    void members_areKnownEverywhere() {
        for (RatisConsensus node : cluster.running()) {
            TestingCluster.await()
                    .untilAsserted(
                            () ->
                                    assertThat(node.status().peers())
                                            .extracting(Peer::publicAddress)
                                            .containsExactlyInAnyOrder(
                                                    "node1.example:443",
                                                    "node2.example:443",
                                                    "node3.example:443"));
        }
        String leader = "node" + (cluster.awaitLeader() + 1) + ".example:443";
        for (RatisConsensus node : cluster.running()) {
            assertThat(node.status().leader()).contains(leader);
        }
    }

    @Test
    void linearizableRead_onAFollower_seesWhatWasJustAcknowledged() throws Exception {
        for (int i = 0; i < 20; i++) {
            long id = say(cluster.awaitLeader(), "read" + i).get(30, TimeUnit.SECONDS).id();

            long seen =
                    cluster.node(cluster.awaitFollower())
                            .current()
                            .get(30, TimeUnit.SECONDS)
                            .lastId();

            assertThat(seen).isGreaterThanOrEqualTo(id);
        }
    }

    @Test
    void samePost_onTwoNodesAtOnce_isAppliedOnce() throws Exception {
        long last = 0;
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long id = nextId();
            String word = "race" + i;
            said.add(word);
            var one = chat.say(cluster.node(i % 3), id, word);
            var other = chat.say(cluster.node((i + 1) % 3), id, word);

            Outcome first = one.get(30, TimeUnit.SECONDS);
            Outcome second = other.get(30, TimeUnit.SECONDS);
            assertThat(List.of(first.code(), second.code()))
                    .containsExactlyInAnyOrder(Outcome.Code.APPLIED, Outcome.Code.DUPLICATE);
            last = Math.max(first.id(), second.id());
        }
        assertThat(heard(cluster.node(0), last, "race")).isEqualTo(said);
    }

    @Test
    void leaderStops_underLoad_noLineIsLostOrDoubled() throws Exception {
        List<String> said = new ArrayList<>();
        long last = 0;
        for (int round = 0; round < 3; round++) {
            int leader = cluster.awaitLeader();
            int other = (leader + 1) % 3;
            for (int i = 0; i < 40; i++) {
                if (i == 10) {
                    cluster.stopNode(leader);
                }
                String word = "stop" + round + "-" + i;
                last = sayUntilAcknowledged(other, word);
                said.add(word);
            }
            cluster.startNode(leader);
            cluster.awaitReady(leader);
        }
        for (RatisConsensus node : cluster.running()) {
            assertThat(heard(node, last, "stop")).isEqualTo(said);
        }
    }

    @Test
    void drainingLeader_handsOver_andOthersGoOn() throws Exception {
        int leader = cluster.awaitLeader();

        cluster.node(leader).drain().get(30, TimeUnit.SECONDS);

        TestingCluster.await()
                .until(() -> cluster.node(leader).status().role() == NodeStatus.Role.FOLLOWER);
        assertThat(say((leader + 1) % 3, "drained").get(30, TimeUnit.SECONDS).accepted()).isTrue();
        cluster.stopNode(leader);
        cluster.startNode(leader);
        cluster.awaitReady(leader);
    }

    @Test
    void withoutAMajority_commandsFail_andTheNodeSaysWhy() throws Exception {
        int leader = cluster.awaitLeader();
        List<Integer> others = IntStream.range(0, 3).filter(i -> i != leader).boxed().toList();
        others.forEach(cluster::stopNode);

        CompletableFuture<Outcome> lost = say(leader, "lonely");
        CompletableFuture<Outcome> gathered = say(leader, "lonely too");

        assertUnavailable(lost);
        assertUnavailable(gathered);
        TestingCluster.await().until(() -> cluster.node(leader).status().cutOff());
        assertThat(cluster.node(leader).status().notReady())
                .contains("this node is cut off from the others");
        for (int other : others) {
            cluster.startNode(other);
        }
        cluster.awaitReady(leader);
        others.forEach(cluster::awaitReady);
        assertThat(cluster.node(leader).status().cutOff()).isFalse();
    }

    private static void assertUnavailable(CompletableFuture<Outcome> outcome) {
        assertThat(outcome)
                .failsWithin(11, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(UnavailableException.class);
    }

    /** As a client does: the same id again, on any node, until somebody says yes. */
    private long sayUntilAcknowledged(int node, String word) throws Exception {
        long id = nextId();
        return chat.say(cluster.node(node), id, word).get(30, TimeUnit.SECONDS).id();
    }

    private CompletableFuture<Outcome> say(int node, String word) {
        return chat.say(cluster.node(node), nextId(), word);
    }

    private List<String> heard(RatisConsensus node, long upTo, String prefix) throws Exception {
        node.whenApplied(upTo).get(30, TimeUnit.SECONDS);
        return chat.heard(node, start).stream().filter(w -> w.startsWith(prefix)).toList();
    }

    private long nextId() {
        ids++;
        return ids;
    }
}
