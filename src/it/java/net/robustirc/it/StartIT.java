package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that cannot start says why in one sentence and ends, so that a supervisor sees it. */
class StartIT {
    private static final int PORT = 26_600;

    @TempDir Path dir;

    @Test
    void unknownSetting_stopsTheStart_withDidYouMean() throws Exception {
        OneNode node = OneNode.prepare(dir, PORT);
        node.start(OneNode.jettyBase(), "-Drobustirc.snapshot.comands=7");
        assertThat(node.awaitEnd()).isNotZero();
        assertThat(node.log()).contains("robustirc.snapshot.comands");
        assertThat(node.log()).containsPattern("did you mean .?robustirc\\.snapshot\\.commands");
    }

    @Test
    void dataDirectoryInUse_stopsTheSecondNode_andNotTheFirst() throws Exception {
        OneNode first = OneNode.prepare(dir.resolve("first"), PORT + 10);
        OneNode second = OneNode.prepare(dir.resolve("second"), PORT + 20);
        first.start(OneNode.jettyBase());
        try (first) {
            first.awaitReady();
            second.start(OneNode.jettyBase(), "-Drobustirc.data.dir=" + first.dataDir());
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(second.log())
                    .contains("already in use")
                    .contains(first.dataDir().toString());
            assertThat(first.api().create(first.url()).prefix()).isEqualTo("one.example");
        }
    }

    @Test
    void raftPortTaken_stopsTheStart_namingThePort() throws Exception {
        OneNode node = OneNode.prepare(dir, PORT + 30);
        try (ServerSocket taken =
                new ServerSocket(PORT + 31, 1, InetAddress.getByName("127.0.0.1"))) {
            node.start(OneNode.jettyBase());
            assertThat(node.awaitEnd()).isNotZero();
            assertThat(node.log()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void httpsPortTaken_stopsTheStart_namingThePort() throws Exception {
        OneNode node = OneNode.prepare(dir, PORT + 40);
        try (ServerSocket taken =
                new ServerSocket(PORT + 40, 1, InetAddress.getByName("127.0.0.1"))) {
            node.start(OneNode.jettyBase());
            assertThat(node.awaitEnd()).isNotZero();
            assertThat(node.log())
                    .contains("The node cannot start: The HTTPS port " + taken.getLocalPort())
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void dataDirectoryOfAnotherSchema_isRefused() throws Exception {
        OneNode node = OneNode.prepare(dir, PORT + 50);
        Path description = node.dataDir().resolve("node.properties");
        String text = Files.readString(description);
        assertThat(text).containsPattern("(?m)^schema=3$");
        Files.writeString(description, text.replaceFirst("(?m)^schema=3$", "schema=99"));
        node.start(OneNode.jettyBase());
        assertThat(node.awaitEnd()).isNotZero();
        assertThat(node.log()).contains("schema 99").contains(node.dataDir().toString());
    }

    @Test
    void dataDirectoryNeverFormatted_isRefused() throws Exception {
        OneNode node = OneNode.prepare(dir, PORT + 60);
        Path empty = Files.createDirectory(dir.resolve("empty"));
        node.start(OneNode.jettyBase(), "-Drobustirc.data.dir=" + empty);
        assertThat(node.awaitEnd()).isNotZero();
        assertThat(node.log()).contains("format").contains(empty.toString());
    }
}
