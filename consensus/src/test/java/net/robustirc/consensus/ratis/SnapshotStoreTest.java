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
            assertThat(store.purgeable()).as("the log goes all the same").isEqualTo(30);
            assertThat(toOne).isNotNull();
        }
        publish(50);
        assertThat(kept()).containsExactly(50L, 40L);
    }
}
