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

    private int late;
    private int leader;
    private long last;
    private TestingChat chat;

    @Test
    void followerIsGivenASnapshot_andCountsForTheMajority() throws Exception {
        try (TestingCluster cluster = followerBehindADamagedLog()) {
            cluster.startNode(late);

            assertAllHeard(cluster);
            cluster.stopNode(3 - late - cluster.awaitLeader());
            assertThat(SnapshotTest.sayMany(chat, cluster.node(late), 5000, 5010))
                    .isGreaterThan(last);
        }
    }

    @Test
    void ifTheSnapshotIsDamagedToo_anotherNodeBringsTheLog() throws Exception {
        try (TestingCluster cluster = followerBehindADamagedLog()) {
            Path data = cluster.settings(leader).dataDirectory();
            SnapshotTest.damage(SnapshotTest.files(data, "state.mv").get(0));
            cluster.startNode(late);

            assertAllHeard(cluster);
        }
    }

    private void assertAllHeard(TestingCluster cluster) throws Exception {
        cluster.awaitReady(late);
        assertThat(chat.heardOnceApplied(cluster.node(late), last))
                .isEqualTo(SnapshotTest.words(0, 5000));
        assertThat(cluster.exits()).isEmpty();
    }

    /** It does not run yet; what it needs from the leader's log is damaged. */
    private TestingCluster followerBehindADamagedLog() throws Exception {
        TestingCluster cluster = TestingCluster.format(directory, 3, SELDOM);
        cluster.startAll();
        late = cluster.awaitFollower();
        List<Integer> others = IntStream.range(0, 3).filter(i -> i != late).boxed().toList();
        chat = TestingChat.open(cluster.node(late));
        cluster.stopNode(late);
        last = SnapshotTest.sayMany(chat, cluster.node(others.get(0)), 0, 5000);
        cluster.stopAll();
        for (int other : others) {
            cluster.startNode(other);
        }
        others.forEach(cluster::awaitReady);
        leader = cluster.awaitLeader();
        List<Path> log = segments(cluster, leader);
        assertThat(log).hasSizeGreaterThan(2).first().asString().contains("log_0-");
        SnapshotTest.damage(log.get(0));
        return cluster;
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
