package net.robustirc.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Everything that ends before the bridge runs: exit codes and sentences. bridge.md 2, 3. */
class BridgeFlagsTest {
    @TempDir private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = Bridge.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(args);
    }

    private void assertRefused(String sentence, String... args) {
        assertThat(run(args)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("robustirc-bridge: ")
                .contains(sentence)
                .matches("[^\n]*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-version", "--version"})
    void version_isPrinted(String flag) {
        assertThat(run(flag)).isZero();
        assertThat(out.toString()).startsWith("RobustIRC Bridge v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-help", "--help", "-h"})
    void help_isPrinted(String flag) {
        assertThat(run(flag)).isZero();
        assertThat(out.toString()).contains("-network", "-listen", "-tls_ca_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-netwrok=a:1", "--nonsense", "-x", "positional"})
    void unknownArgument_exitsWith2(String argument) {
        assertThat(run("-network=a:1", argument)).isEqualTo(2);
        assertThat(err.toString()).contains(argument.split("=")[0]);
    }

    static Stream<List<String>> badSetups() {
        return Stream.of(
                List.of("-network is missing"),
                List.of("-network is missing", "-network="),
                List.of("the server \"b\" is not of the form", "--network", "a:1,b"),
                List.of("DNS is not possible yet", "-network", "robustirc.net"),
                List.of("-listen is empty", "-network=a:1", "-listen="),
                List.of("-listen=6667 is not of the form", "-network=a:1", "-listen=6667"),
                List.of("\"x\" is not a port", "-network=a:1", "-listen=localhost:x"),
                List.of(
                        "the host no.such.host.invalid is unknown",
                        "-network=a:1",
                        "-listen=no.such.host.invalid:1"),
                List.of("not a duration", "-network=a:1", "-shutdown_timeout=5"),
                List.of("the CA file /none cannot", "-network=a:1", "-tls_ca_file=/none"),
                List.of("the file /none cannot be read", "-network=a:1", "-motd_path=/none"),
                List.of("the file /none cannot", "-network=a:1", "-bridge_auth=/none"),
                List.of("SOCKS is not supported yet", "-network=a:1", "-socks=localhost:1080"),
                List.of("not supported yet", "-network=a:1", "-tls_cert_path=c.pem"),
                List.of("not supported yet", "-network=a:1", "-tls_key_path", "k.pem"),
                List.of("not supported yet", "-network=a:1", "-http=localhost:1"),
                List.of("not supported yet", "-network=a:1", "-use_unix_socket"));
    }

    @ParameterizedTest
    @MethodSource("badSetups")
    void badSetup_exitsWith1AndASentence(List<String> sentenceAndArguments) {
        List<String> arguments = sentenceAndArguments.subList(1, sentenceAndArguments.size());
        assertRefused(sentenceAndArguments.get(0), arguments.toArray(String[]::new));
    }

    @Test
    void portTaken_isSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String listen = "127.0.0.1:" + taken.getLocalPort();
            assertRefused("cannot listen on " + listen, "-network=a:1", "-listen=" + listen);
        }
    }

    @Test
    void secretThatOthersMayRead_isRefused() throws IOException {
        Path file = secretFile("rw-r--r--", "a:1:" + "s".repeat(32));
        assertRefused("others may access the file", "-network=a:1", "-bridge_auth=" + file);
    }

    @Test
    void secretForAnotherNetworkOrTooShort_isRefused() throws IOException {
        Path file = secretFile("rw-------", "b:1:" + "s".repeat(32), "a:1:short");
        assertRefused("has no line \"a:1:SECRET\"", "-network=a:1", "-bridge_auth=" + file);
    }

    private Path secretFile(String permissions, String... lines) throws IOException {
        Path file = Files.writeString(directory.resolve("auth"), String.join("\n", lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
