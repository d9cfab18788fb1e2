package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original's own client, bridge 1.8 as Debian ships it, on our network. */
class DebianBridgeIT {
    private static final Path BINARY = Path.of("/usr/bin/robustirc-bridge");
    private static final int BRIDGE_PORT = 25_990;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir static Path dir;

    @Test
    void debianBridge_carriesAChat_overALeaderKill() throws Exception {
        assumeTrue(
                Files.isExecutable(BINARY),
                "SKIPPED DebianBridgeIT: Debian package robustirc-bridge is not installed");
        try (Localnet network = Localnet.start(dir, 25_800)) {
            Process bridge = startBridge(network);
            try (IrcClient alice = IrcClient.connect("alice", BRIDGE_PORT);
                    IrcClient bob = IrcClient.connect("bob", network.ircPort())) {
                alice.join("#test");
                bob.join("#test");
                alice.await(line -> line.startsWith(":bob!"));
                Numbered fromAlice = Numbered.start(alice, "#test", 10);
                Numbered fromBob = Numbered.start(bob, "#test", 10);
                try (fromAlice;
                        fromBob) {
                    awaitLines(bob, "alice", 20);
                    NodeApi api = NodeApi.of(network);
                    network.kill(api.leader(network.urls()).orElseThrow());
                    awaitLines(bob, "alice", fromAlice.sent() + 20);
                    awaitLines(alice, "bob", fromBob.sent() + 20);
                }
                awaitLines(bob, "alice", fromAlice.sent());
                awaitLines(alice, "bob", fromBob.sent());
                assertThat(bob.textsFrom("alice", "#test")).isEqualTo(fromAlice.texts());
                assertThat(alice.textsFrom("bob", "#test")).isEqualTo(fromBob.texts());
                assertThat(bob.lines()).noneMatch(line -> line.contains(" QUIT "));
            } finally {
                bridge.destroy();
                bridge.waitFor();
            }
        }
    }

    private static Process startBridge(Localnet network) throws Exception {
        String servers =
                network.urls().stream()
                        .map(url -> URI.create(url).getAuthority())
                        .collect(Collectors.joining(","));
        Process bridge =
                new ProcessBuilder(
                                List.of(
                                        BINARY.toString(),
                                        "-network=" + servers,
                                        "-listen=127.0.0.1:" + BRIDGE_PORT,
                                        "-socks=",
                                        "-tls_ca_file=" + network.caFile(),
                                        "-motd_path="))
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("debian-bridge.log").toFile())
                        .start();
        await("Debian's bridge").atMost(LIMIT).until(DebianBridgeIT::accepts);
        return bridge;
    }

    private static boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), BRIDGE_PORT)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitLines(IrcClient receiver, String from, int count) {
        await(receiver.nick() + " hears " + count + " lines of " + from)
                .atMost(LIMIT)
                .until(() -> receiver.textsFrom(from, "#test").size() >= count);
    }
}
