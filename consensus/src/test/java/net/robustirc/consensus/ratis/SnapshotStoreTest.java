package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ratis.server.protocol.TermIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long published snapshots stay. */
class SnapshotStoreTest {
    @TempDir private Path directory;
    private final SnapshotReads reads = new SnapshotReads();
    private SnapshotStore store;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("tmp"));
        store = new SnapshotStore(directory.resolve("tmp"), reads);
        store.init(Files.createDirectories(directory.resolve("sm")));
    }

    private void publish(long index) throws IOException {
        TermIndex position = TermIndex.valueOf(1, index);
        Path draft = directory.resolve("tmp").resolve(StoredSnapshot.name(position));
        Files.createDirectories(draft);
        Files.writeString(draft.resolve(StoredSnapshot.STATE_FILE), "state at " + index);
        assertThat(store.publish(new StoredSnapshot(draft, position))).isTrue();
    }

    private List<Long> kept() throws IOException {
        return store.list().stream().map(StoredSnapshot::index).toList();
    }

    @Test
    void twoSnapshots_areKept() throws IOException {
        for (long index : new long[] {10, 20, 30}) {
            publish(index);
        }
        assertThat(kept()).containsExactly(30L, 20L);
    }

    @Test
    void whatIsLeftOfOtherInstallations_goes_whenOneBegins() throws IOException {
        Path temporary = directory.resolve("tmp");
        Path draft = Files.createDirectories(temporary.resolve("snapshot.1_70"));
        Path going = Files.createDirectories(temporary.resolve("snapshot-new/snapshot.1_60"));
        Files.writeString(going.resolve(StoredSnapshot.STATE_FILE), "half");
        Path left = Files.createDirectories(temporary.resolve("snapshot-old/snapshot.1_50"));
        Files.writeString(left.resolve(StoredSnapshot.STATE_FILE), "half");

        store.deleteGathered("new");

        assertThat(temporary.resolve("snapshot-old")).doesNotExist();
        assertThat(going.resolve(StoredSnapshot.STATE_FILE)).exists();
        assertThat(draft).exists();
    }

    @Test
    void exchangeCutShortTwice_leavesTheNewestFolderThatHoldsASnapshot() throws IOException {
        Files.delete(directory.resolve("sm"));
        for (String moved :
                List.of(
                        "sm.tmp20261122-101112_001/snapshot.1_10",
                        "sm.tmp20261122-101112_003/nothing",
                        "sm.tmp20261122-101112_002/snapshot.1_20")) {
            Files.createDirectories(directory.resolve(moved));
        }

        store.init(directory.resolve("sm"));

        assertThat(kept()).containsExactly(20L);
        assertThat(directory).isDirectoryNotContaining("glob:**/sm.tmp*");
    }

    @Test
    void exchangeCutShort_leavesWhatWasSetAside_too() throws IOException {
        Files.delete(directory.resolve("sm"));
        Files.createDirectories(directory.resolve("sm.tmp20261122-101112_001"));
        Files.createDirectories(
                directory.resolve("sm.tmp20261122-101112_002/damaged-snapshot.1_10"));

        store.init(directory.resolve("sm"));

        assertThat(kept()).isEmpty();
        assertThat(store.hasDamaged()).isTrue();
    }

    @Test
    void snapshotThatIsBeingSent_outlivesNewerOnes() throws IOException {
        publish(10);
        try (SnapshotReads.Reading toOne = reads.begin(10)) {
            SnapshotReads.Reading toAnother = reads.begin(10);
            for (long index : new long[] {20, 30}) {
                publish(index);
            }
            toAnother.close();
            publish(40);
            assertThat(kept()).containsExactly(40L, 30L, 10L);
            assertThat(store.purgeable()).as("its last entry is needed, too").isEqualTo(9);
            assertThat(toOne).isNotNull();
        }
        assertThat(store.purgeable()).isEqualTo(30);
        publish(50);
        assertThat(kept()).containsExactly(50L, 40L);
    }
}
