package net.robustirc.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge as a process of its own. */
class BridgeProcessTest {
    private static final Pattern LISTENING = Pattern.compile("listening on [^ ]*:([0-9]+)");
    private static final int SIGTERM_STATUS = 143;

    @TempDir private Path directory;
    private Process process;

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    private Path log() {
        return directory.resolve("log");
    }

    private int start(FakeNetwork fake) throws IOException {
        String secret = fake.addresses() + ":" + "s".repeat(40);
        Path auth = Files.writeString(directory.resolve("auth"), secret);
        Files.setPosixFilePermissions(auth, PosixFilePermissions.fromString("rw-------"));
        process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx64m",
                                "-Dlogback.configurationFile=logback.xml",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Bridge.class.getName(),
                                "-network=" + fake.addresses(),
                                "-listen=127.0.0.1:0",
                                "--tls_ca_file",
                                fake.caFile(directory).toString(),
                                "-bridge_auth=" + auth,
                                "-socks=",
                                "-motd_path=",
                                "-ignore_server_list_updates=true")
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> LISTENING.matcher(Files.readString(log())).find());
        Matcher listening = LISTENING.matcher(Files.readString(log()));
        return listening.find() ? Integer.parseInt(listening.group(1)) : 0;
    }

    @Test
    void sigterm_takesLeaveAndExitsWith143() throws Exception {
        try (FakeNetwork fake = FakeNetwork.start(1);
                Socket client = new Socket("127.0.0.1", start(fake))) {
            new PrintStream(client.getOutputStream(), true).print("NICK a\r\n");
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(60)).until(() -> !fake.requests(Kind.POST).isEmpty());
            FakeRequest post = fake.requests(Kind.POST).get(0);
            assertThat(post.header("x-bridge-auth")).contains("s".repeat(40));
            assertThat(post.header("user-agent").orElseThrow()).startsWith("RobustIRC Bridge v");
            process.destroy();
            assertThat(in.readLine()).isEqualTo("ERROR :Closing Link: The bridge is shutting down");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM_STATUS);
            assertThat(fake.session().quitText()).contains("Bridge: shutting down");
        }
        List<String> log = Files.readAllLines(log());
        assertThat(log).anyMatch(line -> line.contains(" connected"));
        assertThat(log).noneMatch(line -> line.contains("secret") || line.contains("ssss"));
    }
}
