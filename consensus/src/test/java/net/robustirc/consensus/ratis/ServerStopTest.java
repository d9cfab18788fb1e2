package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.consensus.NodeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ratis ends the one group of a node, by itself or because the node closes. */
class ServerStopTest {
    @TempDir private Path directory;
    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private final Health health = new Health(exits::add);

    @Test
    void groupThatRatisCloses_endsTheProcess_andTheNodeIsCutOff() throws Exception {
        try (RunningNode node = start()) {
            health.caughtUp();
            // So do Ratis' own threads when one of them fails: nobody else is told.
            node.division().close();

            assertThat(exits).containsExactly(70);
            NodeStatus status = status(node);
            assertThat(status.cutOff()).isTrue();
            assertThat(status.notReady()).contains("replication has stopped on this node");
        }
        assertThat(exits).hasSize(1);
    }

    @Test
    void watch_findsAGroupThatIsClosed_whateverItWasTold() throws Exception {
        try (RunningNode node = start()) {
            Health untold = new Health(exits::add);
            QuorumWatch watch = watch(node, untold);
            watch.look();
            assertThat(untold.stopping()).isFalse();
            health.closing();
            node.division().close();

            watch.look();
            watch.look();

            assertThat(exits).containsExactly(70);
        }
    }

    @Test
    void orderlyClose_isNoFailure() throws Exception {
        RunningNode node = start();
        QuorumWatch watch = watch(node, health);
        health.closing();
        node.close();

        watch.look();

        assertThat(exits).isEmpty();
        assertThat(health.notReady()).contains("this node is shutting down");
    }

    private RunningNode start() throws Exception {
        TestingCluster formatted = TestingCluster.format(directory, 1, SnapshotPolicy.DEFAULT);
        RunningNode node = RunningNode.start(formatted.settings(0), health);
        TestingCluster.await().until(() -> node.division().getInfo().isLeaderReady());
        return node;
    }

    private NodeStatus status(RunningNode node) {
        return new StatusReader(node.division(), node.replica(), watch(node, health), health)
                .read();
    }

    private static QuorumWatch watch(RunningNode node, Health health) {
        return new QuorumWatch(node.division(), node.peers(), node.threads(), health);
    }
}
