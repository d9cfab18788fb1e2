package net.robustirc.tools.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoopbackAuthorityTest {
    private static final String PASSWORD = "p12";
    private static final Instant NOW = Instant.now();

    @TempDir private Path directory;

    @Test
    void handshake_withHostNameCheck_succeedsForEachNameOfLoopback() throws Exception {
        LoopbackAuthority authority = LoopbackAuthority.open(directory.resolve("ca"), NOW);
        NodeFiles node = authority.issue("node1", directory.resolve("node1"), PASSWORD);

        for (String name : List.of("localhost", "127.0.0.1", "::1")) {
            assertThat(handshake(node, authority.certificateFile(), name)).isEqualTo('!');
        }
        assertThatThrownBy(() -> handshake(node, authority.certificateFile(), "example.net"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void handshake_withAnotherAuthority_fails() throws Exception {
        NodeFiles node =
                LoopbackAuthority.open(directory.resolve("ca"), NOW)
                        .issue("node1", directory.resolve("node1"), PASSWORD);
        LoopbackAuthority other = LoopbackAuthority.open(directory.resolve("other"), NOW);

        assertThatThrownBy(() -> handshake(node, other.certificateFile(), "localhost"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void issue_whileFresh_keepsTheCertificate() throws Exception {
        X509Certificate first = issuedAt(NOW);

        assertThat(issuedAt(NOW.plus(Duration.ofDays(334)))).isEqualTo(first);
    }

    @Test
    void issue_within30DaysOfTheEnd_makesAnotherOneOfTheSameAuthority() throws Exception {
        X509Certificate first = issuedAt(NOW);
        X509Certificate second = issuedAt(NOW.plus(Duration.ofDays(336)));

        assertThat(second).isNotEqualTo(first);
        second.verify(certificate(directory.resolve("ca/ca.pem")).getPublicKey());
    }

    @Test
    void issue_afterTheAuthorityWasReplaced_replacesTheCertificateToo() throws Exception {
        issuedAt(NOW);
        X509Certificate later = issuedAt(NOW.plus(Duration.ofDays(3640)));

        later.verify(certificate(directory.resolve("ca/ca.pem")).getPublicKey());
    }

    @Test
    void node_mayServeAndCall_butNotSign() throws Exception {
        X509Certificate node = issuedAt(NOW);

        assertThat(node.getExtendedKeyUsage())
                .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(node.getBasicConstraints()).isEqualTo(-1);
        assertThat(node.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void files_areForTheOwnerOnly() throws Exception {
        issuedAt(NOW);
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    private X509Certificate issuedAt(Instant moment) throws Exception {
        NodeFiles files =
                LoopbackAuthority.open(directory.resolve("ca"), moment)
                        .issue("node1", directory.resolve("node1"), PASSWORD);
        return certificate(files.certificate());
    }

    private static X509Certificate certificate(Path pem)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** Returns the byte that the server sends over the connection. */
    private static int handshake(NodeFiles node, Path caFile, String name) throws Exception {
        try (SSLServerSocket server =
                (SSLServerSocket)
                        ServerSide.context(node, PASSWORD)
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> greetOne(server));
            SSLContext client = TrustedRoot.context(caFile);
            try (java.net.Socket plain =
                            new java.net.Socket(
                                    InetAddress.getLoopbackAddress(), server.getLocalPort());
                    SSLSocket socket =
                            (SSLSocket)
                                    client.getSocketFactory()
                                            .createSocket(
                                                    plain, name, server.getLocalPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                return socket.getInputStream().read();
            } finally {
                served.join();
            }
        }
    }

    private static void greetOne(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.getOutputStream().write('!');
        } catch (IOException e) {
            // The client is what the test looks at; it may have refused.
            return;
        }
    }
}
