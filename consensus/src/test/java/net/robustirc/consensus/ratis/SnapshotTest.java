package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    /** Small enough that a test takes several, and that the log's segments fill and go. */
    private static final SnapshotPolicy OFTEN = new SnapshotPolicy(200, 1 << 18);

    private static final Predicate<Path> FIRST_LOG =
            file -> file.getFileName().toString().matches("log_(inprogress_)?0(-.*)?");

    @TempDir private Path directory;

    @Test
    void twoSnapshots_areKept_nothingUnfinishedStays() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            stoppedWithTwoSnapshots(cluster);

            assertThat(snapshots()).hasSize(2);
            assertThat(directory.resolve("node1").resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void restart_fromASnapshot_hasEveryLineOfTheWindow() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            cluster.startAll();
            TestingChat chat = TestingChat.open(cluster.node(0));
            long last = sayMany(chat, cluster.node(0), 0, 1000);
            cluster.stopAll();
            assertThat(snapshots()).isNotEmpty();

            cluster.startAll();

            assertThat(chat.heardOnceApplied(cluster.node(0), last)).isEqualTo(words(0, 1000));
            last = sayMany(chat, cluster.node(0), 1000, 1300);
            assertThat(chat.heardOnceApplied(cluster.node(0), last)).isEqualTo(words(0, 1300));
        }
    }

    @Test
    void damagedNewestSnapshot_isBridgedFromTheOneBefore() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            Said said = stoppedWithTwoSnapshots(cluster);
            Path newest = snapshots().get(1);
            damage(newest.resolve("state.mv"));

            cluster.startAll();

            assertThat(said.heard(cluster.node(0))).isEqualTo(words(0, 2000));
            assertThat(newest.resolveSibling("damaged-" + newest.getFileName())).isDirectory();
        }
    }

    @Test
    void damagedSegment_makesItsSnapshotUnusable_too() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            Said said = stoppedWithTwoSnapshots(cluster);
            List<Path> newest = files(snapshots().get(1), ".segment");
            damage(newest.get(newest.size() - 1));

            cluster.startAll();

            assertThat(said.heard(cluster.node(0))).isEqualTo(words(0, 2000));
        }
    }

    @Test
    void damagedSegmentOfBothSnapshots_costsWhatIsOlder_andNothingElse() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            Said said = stoppedWithTwoSnapshots(cluster);
            TestingChat chat = said.chat();
            Path shared = files(snapshots().get(0), ".segment").get(0);
            Path link = snapshots().get(1).resolve(shared.getFileName());
            assertThat(Files.isSameFile(shared, link)).isTrue();
            damage(shared);

            cluster.startAll();

            RatisConsensus node = cluster.node(0);
            long floor = node.output().floor();
            assertThat(floor).isGreaterThan(chat.listener().value());
            assertThat(node.output().networkFloor()).isLessThan(floor);
            List<String> heard = chat.heard(node, new MessageId(floor, Integer.MAX_VALUE));
            assertThat(heard).isNotEmpty().isEqualTo(words(2000 - heard.size(), 2000));
            long last = sayMany(chat, node, 2000, 2300);
            assertThat(chat.heard(node, new MessageId(floor, Integer.MAX_VALUE)))
                    .isEqualTo(words(2000 - heard.size(), 2300));
            assertThat(node.view().lastId()).isGreaterThanOrEqualTo(last);
        }
    }

    @Test
    void stateThatCannotBeOpened_stopsTheStart_andNothingIsTouched() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            Said said = stoppedWithTwoSnapshots(cluster);
            Path state = snapshots().get(1).resolve("state.mv");
            Path moved = Files.move(state, directory.resolve("state.mv"));
            Files.createDirectory(state);

            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(cluster.settings(0)))
                    .withStackTraceContaining("cannot be loaded, though it is not damaged");
            Files.delete(state);
            Files.move(moved, state);
            assertThat(snapshots()).hasSize(2);
            cluster.startAll();

            assertThat(said.heard(cluster.node(0))).isEqualTo(words(0, 2000));
        }
    }

    @Test
    void emptyDigest_afterAPowerCut_isComputedAgain() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            cluster.startAll();
            TestingChat chat = TestingChat.open(cluster.node(0));
            long last = sayMany(chat, cluster.node(0), 0, 1000);
            cluster.stopAll();
            List<Path> digests = files(snapshots().get(snapshots().size() - 1), ".md5");
            Path some = digests.get(0);
            String digest = Files.readString(some);
            Files.write(some, new byte[0]);

            cluster.startAll();

            assertThat(chat.heardOnceApplied(cluster.node(0), last)).isEqualTo(words(0, 1000));
            assertThat(some).hasContent(digest);
        }
    }

    @Test
    void exchangeCutShort_leavesTheOldSnapshots() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            Said said = stoppedWithTwoSnapshots(cluster);
            Path folder = snapshots().get(0).getParent();
            Files.move(folder, folder.resolveSibling("sm.tmp20261122-101112"));

            cluster.startAll();

            assertThat(said.heard(cluster.node(0))).isEqualTo(words(0, 2000));
            assertThat(folder.resolveSibling("sm.tmp20261122-101112")).doesNotExist();
        }
    }

    @Test
    void exchangeFollowedByACrash_leavesALogBelowTheSnapshot_thatIsDropped() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            cluster.startAll();
            TestingChat chat = TestingChat.open(cluster.node(0));
            cluster.stopAll();
            Path open = log().get(0);
            byte[] beginning = Files.readAllBytes(open);
            cluster.startAll();
            long last = sayMany(chat, cluster.node(0), 0, 2000);
            cluster.stopAll();
            for (Path file : log()) {
                Files.delete(file);
            }
            Files.write(open, beginning);

            cluster.startAll();

            assertThat(chat.heardOnceApplied(cluster.node(0), last)).isEqualTo(words(0, 2000));
            last = sayMany(chat, cluster.node(0), 2000, 2300);
            assertThat(log()).noneMatch(FIRST_LOG);
            cluster.stopAll();
            cluster.startAll();
            assertThat(chat.heardOnceApplied(cluster.node(0), last)).isEqualTo(words(0, 2300));
            assertThat(cluster.exits()).isEmpty();
        }
    }

    private List<Path> log() throws IOException {
        return files(directory.resolve("node1").resolve("raft"), "").stream()
                .filter(file -> file.getFileName().toString().startsWith("log_"))
                .toList();
    }

    @Test
    void withoutAnyUsableSnapshot_theNodeDoesNotStart_andSaysWhy() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 1, OFTEN)) {
            stoppedWithTwoSnapshots(cluster);
            for (Path snapshot : snapshots()) {
                damage(snapshot.resolve("state.mv"));
            }

            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(cluster.settings(0)))
                    .withStackTraceContaining("no usable snapshot");
            // Once more, and without the rest of the log: never as if there had been nothing.
            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(cluster.settings(0)))
                    .withMessageContaining("under a new peer id");
            for (Path file : files(directory.resolve("node1").resolve("raft"), "")) {
                if (file.getFileName().toString().startsWith("log_")) {
                    Files.delete(file);
                }
            }
            assertThatIOException()
                    .isThrownBy(() -> RatisConsensus.start(cluster.settings(0)))
                    .withMessageContaining("all snapshots are damaged and the log is empty");
        }
    }

    @Test
    void nodeThatFellBehindThePurgedLog_isGivenASnapshot_andItsReadersGoOn() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 3, OFTEN)) {
            cluster.startAll();
            int late = cluster.awaitFollower();
            int other = IntStream.range(0, 3).filter(i -> i != late).findFirst().orElseThrow();
            TestingChat chat = TestingChat.open(cluster.node(other));
            long before = sayMany(chat, cluster.node(other), 0, 300);
            assertThat(chat.heardOnceApplied(cluster.node(late), before)).isEqualTo(words(0, 300));
            cluster.stopNode(late);
            sayMany(chat, cluster.node(other), 300, 6000);
            awaitPurged(cluster);

            cluster.startNode(late);
            cluster.awaitReady(late);

            assertInstalled(cluster, late);
            long last = sayMany(chat, cluster.node(late), 6000, 6100);
            RatisConsensus node = cluster.node(late);
            assertThat(chat.heardOnceApplied(node, last)).isEqualTo(words(0, 6100));
            assertThat(chat.heard(node, new MessageId(before, Integer.MAX_VALUE)))
                    .isEqualTo(words(300, 6100));
            assertThat(cluster.exits()).isEmpty();
        }
    }

    @Test
    void runningFollower_replacesItsState_whenGivenASnapshot() throws Exception {
        try (TestingCluster cluster = TestingCluster.format(directory, 3, OFTEN)) {
            cluster.startAll();
            int late = cluster.awaitFollower();
            int other = IntStream.range(0, 3).filter(i -> i != late).findFirst().orElseThrow();
            TestingChat chat = TestingChat.open(cluster.node(other));
            cluster.stopNode(late);
            long last = sayMany(chat, cluster.node(other), 0, 3000);
            awaitPurged(cluster);
            cluster.startNode(late);
            RatisConsensus node = cluster.node(late);
            Path broken = cluster.settings(late).dataDirectory().resolve("tmp/snapshot-broken");
            Files.createDirectories(broken);
            CompletableFuture<?> waiter = node.whenApplied(last);

            waiter.get(30, TimeUnit.SECONDS);
            assertInstalled(cluster, late);

            assertThat(broken).as("left by an installation before").doesNotExist();
            assertThat(chat.heard(node, new MessageId(chat.listener().value(), 0)))
                    .isEqualTo(words(0, 3000));
            cluster.awaitReady(late);
            assertThat(node.view().sessionCount()).isEqualTo(2);
            // It must be able to lead, and to take snapshots, as if nothing had been.
            last = sayMany(chat, node, 3000, 4000);
            cluster.stopNode(late);
            cluster.startNode(late);
            assertThat(chat.heardOnceApplied(cluster.node(late), last)).isEqualTo(words(0, 4000));
        }
    }

    /** What a chat has said, and the id of its last word. */
    private record Said(TestingChat chat, long last) {
        List<String> heard(RatisConsensus node) throws Exception {
            return chat.heardOnceApplied(node, last);
        }
    }

    /** 2,000 words on a single node, which took snapshots meanwhile and was stopped then. */
    private Said stoppedWithTwoSnapshots(TestingCluster cluster) throws Exception {
        cluster.startAll();
        TestingChat chat = TestingChat.open(cluster.node(0));
        long last = sayMany(chat, cluster.node(0), 0, 2000);
        TestingCluster.await().untilAsserted(() -> assertThat(snapshots()).hasSize(2));
        cluster.stopAll();
        return new Said(chat, last);
    }

    private List<Path> snapshots() throws IOException {
        return files(directory.resolve("node1").resolve("raft"), "").stream()
                .filter(file -> file.getFileName().toString().equals("state.mv"))
                .map(Path::getParent)
                .filter(parent -> parent.getFileName().toString().startsWith("snapshot."))
                .sorted(Comparator.comparingLong(SnapshotTest::index))
                .toList();
    }

    private static long index(Path snapshot) {
        String name = snapshot.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('_') + 1));
    }

    /** Until the log of no running node reaches back to its beginning. */
    private void awaitPurged(TestingCluster cluster) {
        for (int i = 0; i < 3; i++) {
            Path data = cluster.settings(i).dataDirectory();
            if (cluster.runs(i)) {
                TestingCluster.await().until(() -> files(data, "").stream().noneMatch(FIRST_LOG));
            }
        }
    }

    /**
     * It did not replay: its own log from before is gone, which Ratis deletes once the state is
     * there.
     */
    private static void assertInstalled(TestingCluster cluster, int node) {
        Path data = cluster.settings(node).dataDirectory();
        TestingCluster.await()
                .untilAsserted(() -> assertThat(files(data, "")).noneMatch(FIRST_LOG));
    }

    /** A running node deletes files while they are listed; those count as gone. */
    static List<Path> files(Path root, String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(suffix)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(found);
        return found;
    }

    /** In place, as a disk does it: whoever has a link to the file has the damage. */
    static void damage(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        for (int i = content.length / 4; i < content.length; i += 7) {
            content[i] ^= 0x55;
        }
        Files.write(file, content);
    }

    /** Says many words at once and waits for all of them; the id of the last one applied. */
    static long sayMany(TestingChat chat, RatisConsensus node, int from, int to) throws Exception {
        List<CompletableFuture<Outcome>> said = new ArrayList<>();
        for (String word : words(from, to)) {
            int id = Integer.parseInt(word.substring(0, word.indexOf('-'))) + 1;
            said.add(chat.say(node, id, word));
        }
        long last = 0;
        for (CompletableFuture<Outcome> each : said) {
            last = Math.max(last, each.get(30, TimeUnit.SECONDS).id());
        }
        return last;
    }

    static List<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "-" + "word".repeat(20)).toList();
    }
}
