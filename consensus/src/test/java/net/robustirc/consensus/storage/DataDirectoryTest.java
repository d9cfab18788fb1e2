package net.robustirc.consensus.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final String NETWORK = "irc.example";
    private static final List<BootstrapPeer> PEERS =
            List.of(
                    new BootstrapPeer("a-0000000000000001", "127.0.0.1:21001"),
                    new BootstrapPeer("b-0000000000000002", "[::1]:21002"));

    @TempDir private Path parent;
    private Path directory;

    @BeforeEach
    void nameDirectory() {
        directory = parent.resolve("data");
    }

    @Test
    void formatted_opens_withWhatItWasFormattedFor() throws IOException {
        format();

        try (DataDirectory opened = DataDirectory.open(directory, NETWORK)) {
            assertThat(opened.peerId()).isEqualTo("b-0000000000000002");
            assertThat(opened.raftAddress()).isEqualTo("[::1]:21002");
            assertThat(opened.bootstrapPeers()).isEqualTo(PEERS);
            assertThat(opened.raft()).isDirectory();
            assertThat(opened.output()).isDirectory();
            assertThat(opened.temporary()).isEmptyDirectory();
        }
    }

    @Test
    void paths_areAbsolute_howeverTheDirectoryWasNamed() throws IOException {
        format();
        Path relative = Path.of("").toAbsolutePath().relativize(directory);

        try (DataDirectory opened = DataDirectory.open(relative, NETWORK)) {
            assertThat(opened.raft()).isAbsolute().isDirectory();
        }
    }

    @Test
    void temporaryFiles_areGone_afterOpening() throws IOException {
        format();
        Path leftover = directory.resolve("tmp").resolve("snapshot.1_2").resolve("state.mv");
        Files.createDirectories(leftover.getParent());
        Files.writeString(leftover, "half");

        DataDirectory.open(directory, NETWORK).close();

        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void openDirectory_isRefusedToASecondNode_untilClosed() throws IOException {
        format();
        DataDirectory first = DataDirectory.open(directory, NETWORK);

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, NETWORK))
                .withMessageContainingAll(directory.toString(), "already in use");

        first.close();
        DataDirectory.open(directory, NETWORK).close();
    }

    @Test
    void unformattedDirectory_isRefused() throws IOException {
        Files.createDirectory(directory);

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, NETWORK))
                .withMessageContainingAll(directory.toString(), "is not formatted");
    }

    @Test
    void otherNetwork_isRefused() throws IOException {
        format();

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, "other.example"))
                .withMessageContainingAll(directory.toString(), NETWORK, "other.example");
    }

    @Test
    void otherSchema_isRefused() throws IOException {
        format();
        Path file = directory.resolve("node.properties");
        Files.writeString(file, Files.readString(file).replace("schema=3", "schema=7"));

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, NETWORK))
                .withMessageContainingAll(directory.toString(), "schema 7", "only 3");
    }

    @Test
    void damagedFile_isRefused() throws IOException {
        format();
        Files.writeString(directory.resolve("node.properties"), "schema=3\nnetwork=irc.example\n");

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, NETWORK))
                .withMessageContainingAll(directory.toString(), "damaged");
    }

    @Test
    void nonEmptyDirectory_isNotFormatted() throws IOException {
        format();

        assertThatIOException()
                .isThrownBy(this::format)
                .withMessageContainingAll(directory.toString(), "not empty");
    }

    @Test
    void stranger_isNotFormattedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataDirectory.format(directory, NETWORK, "c-3", PEERS))
                .withMessageContaining("c-3");
        assertThat(directory).doesNotExist();
    }

    @Test
    void lostLog_isRefused_onceANodeHasRun() throws IOException {
        format();
        try (DataDirectory opened = DataDirectory.open(directory, NETWORK)) {
            Files.createDirectories(opened.raft().resolve("group").resolve("current"));
            opened.markStarted();
            opened.markStarted();
        }
        DataDirectory.open(directory, NETWORK).close();
        DirectoryTree.delete(directory.resolve("raft"));

        assertThatIOException()
                .isThrownBy(() -> DataDirectory.open(directory, NETWORK))
                .withMessageContainingAll(directory.toString(), "lost its log");
    }

    @Test
    void files_areReadableByTheirOwnerOnly() throws IOException {
        format();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        Path file = directory.resolve("node.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void peerId_isTheNameAndSixteenHexDigits_neverTheSame() {
        String peerId = DataDirectory.newPeerId("node1");

        assertThat(peerId).matches("node1-[0-9a-f]{16}");
        assertThat(DataDirectory.newPeerId("node1")).isNotEqualTo(peerId);
    }

    private void format() throws IOException {
        DataDirectory.format(directory, NETWORK, "b-0000000000000002", PEERS);
    }
}
