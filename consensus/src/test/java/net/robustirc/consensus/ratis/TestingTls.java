package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.ConsensusSettings.PeerTls;

/** A key and a certificate that signs itself, made by the JDK's own keytool. */
final class TestingTls {
    private static final String PASSWORD = "for-tests-only";

    private static PeerTls shared;

    private TestingTls() {}

    /** The same for all clusters of this JVM; making one takes most of a second. */
    static synchronized PeerTls shared()
            throws IOException, GeneralSecurityException, InterruptedException {
        if (shared == null) {
            Path directory = Files.createTempDirectory("robustirc-tls");
            directory.toFile().deleteOnExit();
            shared = create(directory, "peers");
            for (Path file : List.of(shared.key(), shared.certificate())) {
                file.toFile().deleteOnExit();
            }
            Files.delete(directory.resolve("peers.p12"));
        }
        return shared;
    }

    /** PEM files in a directory; who trusts this authority trusts exactly this certificate. */
    static PeerTls create(Path directory, String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        return create(directory, name, "ip:127.0.0.1");
    }

    /** The same for a node that is called otherwise, as in {@code dns:elsewhere.example}. */
    static PeerTls create(Path directory, String name, String alternativeName)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve(name + ".p12");
        keytool(store, name, alternativeName);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path key = directory.resolve(name + "-key.pem");
        Path certificate = directory.resolve(name + "-cert.pem");
        write(key, "PRIVATE KEY", keys.getKey("node", PASSWORD.toCharArray()).getEncoded());
        write(certificate, "CERTIFICATE", keys.getCertificate("node").getEncoded());
        return new PeerTls(key, certificate, certificate);
    }

    private static void keytool(Path store, String name, String alternativeName)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "node",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + alternativeName,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
