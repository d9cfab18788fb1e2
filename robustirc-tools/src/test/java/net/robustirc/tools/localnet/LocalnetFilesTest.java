package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.robustirc.tools.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalnetFilesTest {
    @TempDir private Path directory;

    @Test
    void report_hasTheKeysThatDesignSection6Names() throws Exception {
        Path file = directory.resolve("localnet.json");
        LocalnetReport report =
                new LocalnetReport(
                        "net.example",
                        "secret",
                        "/ca.pem",
                        6667,
                        11,
                        List.of(
                                new LocalnetReport.Node(
                                        "https://localhost:13001", 12, "127.0.0.1:13101", "/d")));
        report.write(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "networkName",
                        "networkPassword",
                        "caFile",
                        "ircPort",
                        "bridgePid",
                        "nodes");
        assertThat(json.get("nodes").get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("url", "pid", "raftAddress", "dataDir");
        assertThat(LocalnetReport.read(directory)).isEqualTo(report);
    }

    @Test
    void networkFile_readAgain_isTheSame() throws Exception {
        Path file = directory.resolve("network.json");
        NetworkFile network = NetworkFile.fresh("net.example", 6667, 13001, List.of("a", "b"));
        network.write(file);

        assertThat(NetworkFile.read(file)).contains(network);
        assertThat(network.raftPort()).isEqualTo(13101);
        assertThat(network.networkPassword()).hasSize(40);
    }

    @Test
    void networkFile_ofAnotherSchema_isRefused() throws Exception {
        Path file = directory.resolve("network.json");
        NetworkFile.fresh("net.example", 6667, 13001, List.of("a")).write(file);
        Files.writeString(
                file, Files.readString(file).replaceFirst("\"schema\" : 1", "\"schema\" : 2"));

        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("is of schema 2, this version knows 1");
    }

    @Test
    void secondStart_withAnotherSizeOrName_isRefused() {
        NetworkFile before = NetworkFile.fresh("net.example", 6667, 13001, List.of("a", "b", "c"));

        assertThatThrownBy(() -> settings(OptionalInt.of(5), Optional.empty()).resumed(before))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("holds a network of 3 nodes, not 5");
        assertThatThrownBy(
                        () ->
                                settings(OptionalInt.empty(), Optional.of("other.example"))
                                        .resumed(before))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("holds the network net.example, not other.example");
        assertThat(settings(OptionalInt.of(3), Optional.of("net.example")).resumed(before))
                .isEqualTo(before);
    }

    @Test
    void directory_inUse_isRefused() throws Exception {
        Layout layout = new Layout(directory.resolve("net"));
        try (DirectoryLock held = DirectoryLock.take(layout)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.take(layout))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("is in use by another localnet");
        }
        DirectoryLock.take(layout).close();
    }

    @Test
    void port_thatIsTaken_isNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> new Ports(port, port + 1, port + 2, 1).check())
                    .isInstanceOf(ToolException.class)
                    .hasMessage("Port " + port + ", for IRC (--irc-port), is taken.");
        }
    }

    @Test
    void ports_thatOverlap_areRefused() {
        assertThatThrownBy(() -> new Ports(24002, 24001, 24101, 3).check())
                .hasMessage(
                        "Port 24002 would serve both IRC (--irc-port) and HTTPS of node 2"
                                + " (--http-port).");
    }

    @Test
    void standardDirectory_followsTheXdgConvention() {
        Path home = Path.of("/home/me");

        assertThat(Layout.standard(Map.of(), home))
                .isEqualTo(Path.of("/home/me/.local/share/robustirc/localnet"));
        assertThat(Layout.standard(Map.of("XDG_DATA_HOME", "/data"), home))
                .isEqualTo(Path.of("/data/robustirc/localnet"));
    }

    private LocalnetSettings settings(OptionalInt nodes, Optional<String> name) {
        return new LocalnetSettings(
                directory,
                nodes,
                OptionalInt.empty(),
                OptionalInt.empty(),
                name,
                Optional.empty(),
                true,
                new NodeJvm("256m", List.of()));
    }

    @Test
    void directory_thatCannotBeMade_isNamedInASentence() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Path inside = file.resolve("net");
        assertThatThrownBy(() -> DirectoryLock.take(new Layout(inside)))
                .isInstanceOf(ToolException.class)
                .hasMessage(inside + " cannot be used: " + file + " is no directory.");
        assertThatThrownBy(() -> DirectoryLock.take(new Layout(file)))
                .isInstanceOf(ToolException.class)
                .hasMessage(file + " cannot be used: " + file + " is no directory.");
    }
}
