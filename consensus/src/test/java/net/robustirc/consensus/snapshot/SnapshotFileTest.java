package net.robustirc.consensus.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.snapshot.StateImage;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFileTest {
    private static final SnapshotMeta META =
            new SnapshotMeta(1, "robustirc.net", 7, 123_456, (1L << 62) + 42);

    @TempDir Path directory;

    /** Entries in canonical order: keys of one to three bytes, also above 0x7f. */
    private static StateImage image(long seed, int sessions) {
        return sink -> {
            Random random = new Random(seed);
            sink.put("network", new byte[] {0}, "robustirc.net".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < sessions; i++) {
                byte[] value = new byte[random.nextInt(300)];
                random.nextBytes(value);
                sink.put(
                        "sessions",
                        new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i},
                        value);
            }
            sink.put("channels", new byte[] {0x7f}, new byte[0]);
            sink.put("channels", new byte[] {(byte) 0x80}, new byte[] {1});
            sink.put("channels", new byte[] {(byte) 0xff, 0}, new byte[] {2});
        };
    }

    private static List<String> entries(StateImage image) {
        List<String> entries = new ArrayList<>();
        image.writeTo((map, key, value) -> entries.add(text(map, key, value)));
        return entries;
    }

    private static List<String> entries(Snapshot snapshot) {
        List<String> entries = new ArrayList<>();
        for (String map : List.of("network", "sessions", "channels")) {
            snapshot.image().forEach(map, (key, value) -> entries.add(text(map, key, value)));
        }
        return entries;
    }

    private static String text(String map, byte[] key, byte[] value) {
        HexFormat hex = HexFormat.of();
        return map + " " + hex.formatHex(key) + "=" + hex.formatHex(value);
    }

    @Test
    void read_givesMetaAndEntriesAsWritten() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(1, 3000), META);
        Snapshot snapshot = SnapshotFile.read(file);
        assertThat(snapshot.meta()).isEqualTo(META);
        assertThat(entries(snapshot)).isEqualTo(entries(image(1, 3000)));
    }

    @Test
    void read_ofMoreThanOneCommit_givesAllEntries() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(2, 60_000), META);
        assertThat(entries(SnapshotFile.read(file))).hasSize(60_004);
    }

    @Test
    void read_ofAnEmptyImage_isNotAnError() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, sink -> {}, META);
        assertThat(entries(SnapshotFile.read(file))).isEmpty();
    }

    @Test
    void write_ofText_isCompressed() throws IOException {
        Path file = directory.resolve("snapshot");
        byte[] value =
                "a line that comes again and again. ".repeat(20).getBytes(StandardCharsets.UTF_8);
        SnapshotFile.write(
                file,
                sink -> {
                    for (int i = 0; i < 1000; i++) {
                        sink.put("sessions", new byte[] {(byte) (i >> 8), (byte) i}, value);
                    }
                },
                META);
        assertThat(Files.size(file)).isLessThan(1000L * value.length / 2);
    }

    @Test
    void write_overAnExistingFile_isRefusedAndLeavesIt() throws IOException {
        Path file = Files.writeString(directory.resolve("snapshot"), "precious");
        assertThatThrownBy(() -> SnapshotFile.write(file, image(1, 1), META))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void write_ofKeysOutOfOrder_failsAndLeavesNoFile() {
        Path file = directory.resolve("snapshot");
        StateImage wrong =
                sink -> {
                    sink.put("sessions", new byte[] {2}, new byte[0]);
                    sink.put("sessions", new byte[] {1}, new byte[0]);
                };
        assertThatThrownBy(() -> SnapshotFile.write(file, wrong, META))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keys do not rise in map sessions");
        assertThat(file).doesNotExist();
    }

    @Test
    void read_ofAnUnknownLevel_saysSo() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(1, 10), META);
        change(file, "level", Integer.toString(IrcStateMachine.LEVEL + 1));
        assertThatThrownBy(() -> SnapshotFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needs behaviour level " + (IrcStateMachine.LEVEL + 1));
    }

    @Test
    void read_ofAnotherSchema_saysSo() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(1, 10), META);
        change(file, "schema", "99");
        assertThatThrownBy(() -> SnapshotFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("schema 99");
    }

    @Test
    void read_ofOtherEntriesThanWritten_saysSo() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(1, 10), META);
        MVStore store = MVStore.open(file.toString());
        MVMap<byte[], byte[]> map = store.openMap("image.sessions", SnapshotFile.entries());
        map.put(new byte[] {0, 0, 3}, new byte[] {9});
        store.close();
        assertThatThrownBy(() -> SnapshotFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not those that were written");
    }

    @Test
    void read_ofWhatIsNoSnapshot_saysSo() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "x".repeat(20_000));
        Path empty = Files.createFile(directory.resolve("empty"));
        for (Path file : List.of(text, empty, directory.resolve("missing"))) {
            assertThatThrownBy(() -> SnapshotFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot use snapshot " + file);
        }
    }

    @Test
    void read_ofATruncatedFile_fails() throws IOException {
        Path file = directory.resolve("snapshot");
        SnapshotFile.write(file, image(1, 500), META);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SnapshotFile.read(cut))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void read_ofAFlippedByte_failsOrGivesWhatWasWritten() throws IOException {
        Path file = directory.resolve("snapshot");
        StateImage image = image(1, 200);
        SnapshotFile.write(file, image, META);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Path damaged = Files.write(directory.resolve("damaged"), bytes);
            try {
                Snapshot snapshot = SnapshotFile.read(damaged);
                assertThat(snapshot.meta()).isEqualTo(META);
                assertThat(entries(snapshot)).isEqualTo(entries(image));
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(75);
    }

    private static void change(Path file, String key, String value) {
        MVStore store = MVStore.open(file.toString());
        MVMap<String, String> meta = store.openMap("meta", SnapshotFile.texts());
        meta.put(key, value);
        store.close();
    }
}
