package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderLogDamageTest {
    /**
     * Segments of 256 KB, of which the newest two stay in memory; no snapshot of its own accord.
     */
    private static final SnapshotPolicy SELDOM = new SnapshotPolicy(1_000_000, 1 << 20);

    @TempDir private Path directory;

    @Test
    void leaderThatCannotReadItsLog_letsAnotherOneBringItToAFollower() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 3, SELDOM)) {
            cluster.startAll();
            int late = cluster.awaitFollower();
            List<Integer> others = IntStream.range(0, 3).filter(i -> i != late).boxed().toList();
            TestingChat chat = TestingChat.open(cluster.node(late));
            cluster.stopNode(late);
            long last = SnapshotTest.sayMany(chat, cluster.node(others.get(0)), 0, 5000);
            cluster.stopAll();
            for (int other : others) {
                cluster.startNode(other);
            }
            others.forEach(cluster::awaitReady);
            int leader = cluster.awaitLeader();
            List<Path> log = segments(cluster, leader);
            assertThat(log).hasSizeGreaterThan(2).first().asString().contains("log_0-");
            SnapshotTest.damage(log.get(0));

            cluster.startNode(late);

            cluster.awaitReady(late);
            assertThat(chat.heardOnceApplied(cluster.node(late), last))
                    .isEqualTo(SnapshotTest.words(0, 5000));
            assertThat(cluster.awaitLeader()).isNotEqualTo(leader);
            assertThat(cluster.exits()).isEmpty();
        }
    }

    /** Those that are closed, oldest first. */
    private static List<Path> segments(TestingCluster cluster, int node) throws Exception {
        return SnapshotTest.files(cluster.settings(node).dataDirectory(), "").stream()
                .filter(file -> file.getFileName().toString().matches("log_\\d+-\\d+"))
                .sorted(Comparator.comparingLong(LeaderLogDamageTest::start))
                .toList();
    }

    private static long start(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(4, name.indexOf('-')));
    }
}
