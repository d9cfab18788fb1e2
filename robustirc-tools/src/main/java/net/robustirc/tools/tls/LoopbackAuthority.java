package net.robustirc.tools.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import net.robustirc.tools.PrivateFiles;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A certificate authority in a directory ({@code ca.pem}, {@code ca.key}), for nodes on this
 * machine. What ends within 30 days is made anew, all of it: a node's certificate is worth nothing
 * without its root.
 */
public final class LoopbackAuthority {
    private static final List<GeneralName> LOOPBACK =
            List.of(
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.iPAddress, "::1"));

    private final Path directory;
    private final Instant now;
    private final Identity authority;

    private LoopbackAuthority(Path directory, Instant now, Identity authority) {
        this.directory = directory;
        this.now = now;
        this.authority = authority;
    }

    /** Loads the authority of this directory, or makes one. */
    public static LoopbackAuthority open(Path directory, Instant now)
            throws IOException, GeneralSecurityException {
        PrivateFiles.createDirectory(directory);
        Path certificate = directory.resolve("ca.pem");
        Path key = directory.resolve("ca.key");
        if (Files.exists(certificate) && Files.exists(key)) {
            Identity known = read(key, certificate);
            if (known.fresh(now)) {
                return new LoopbackAuthority(directory, now, known);
            }
        }
        Identity made = new CertificateMaker(now).authority("RobustIRC localnet");
        PrivateFiles.write(key, Pem.privateKey(made.key()));
        PrivateFiles.write(certificate, Pem.certificates(made.certificate()));
        return new LoopbackAuthority(directory, now, made);
    }

    /** PEM of the root, for clients. */
    public Path certificateFile() {
        return directory.resolve("ca.pem");
    }

    /**
     * Makes sure that the node has a certificate of this authority for localhost.
     *
     * @param password of the PKCS#12 store that is written beside the PEM files
     */
    public NodeFiles issue(String name, Path nodeDirectory, String password)
            throws IOException, GeneralSecurityException {
        PrivateFiles.createDirectory(nodeDirectory);
        NodeFiles files = NodeFiles.in(nodeDirectory);
        if (!current(files)) {
            write(files, new CertificateMaker(now).node(authority, name, LOOPBACK), password);
        }
        return files;
    }

    private boolean current(NodeFiles files) throws IOException, GeneralSecurityException {
        if (!Files.exists(files.keyStore()) || !Files.exists(files.certificate())) {
            return false;
        }
        Identity known = read(files.key(), files.certificate());
        try {
            known.certificate().verify(authority.certificate().getPublicKey());
            return known.fresh(now);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void write(NodeFiles files, Identity node, String password)
            throws IOException, GeneralSecurityException {
        PrivateFiles.write(files.key(), Pem.privateKey(node.key()));
        PrivateFiles.write(files.certificate(), Pem.certificates(node.certificate()));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "node",
                node.key(),
                password.toCharArray(),
                new Certificate[] {node.certificate(), authority.certificate()});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        PrivateFiles.write(files.keyStore(), bytes.toByteArray());
    }

    private static Identity read(Path key, Path certificate)
            throws IOException, GeneralSecurityException {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(certificate))) {
            return new Identity(
                    KeyFactory.getInstance("EC")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Pem.decode(Files.readString(key)))),
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
    }
}
