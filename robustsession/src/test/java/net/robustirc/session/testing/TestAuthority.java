package net.robustirc.session.testing;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of its own and server certificates from it, made once per JVM. */
public final class TestAuthority {
    private static final TestAuthority SHARED = new TestAuthority();

    private final X509Bundle authority;

    private TestAuthority() {
        try {
            authority =
                    builder("CN=Test Authority").setIsCertificateAuthority(true).buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException("the test authority cannot be made", e);
        }
    }

    /** The authority all tests of a JVM share. */
    public static TestAuthority shared() {
        return SHARED;
    }

    private static CertificateBuilder builder(String subject) {
        return new CertificateBuilder()
                .algorithm(CertificateBuilder.Algorithm.ecp256)
                .subject(subject);
    }

    /** Writes the authority's certificate as PEM. */
    public Path writeCertificate(Path directory) throws IOException {
        return Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM());
    }

    /** A TLS context of a server that may call itself by this DNS name, and 127.0.0.1 too. */
    public SSLContext serverContext(String dnsName) {
        try {
            X509Bundle server =
                    builder("CN=" + dnsName)
                            .addSanDnsName(dnsName)
                            .addSanIpAddress(InetAddress.getByName("127.0.0.1").getHostAddress())
                            .buildIssuedBy(authority);
            KeyManagerFactory keys = keys(server);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException("no server certificate for " + dnsName, e);
        }
    }

    private static KeyManagerFactory keys(X509Bundle server)
            throws GeneralSecurityException, IOException {
        char[] password = "test".toCharArray();
        KeyStore store = server.toKeyStore(password);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys;
    }
}
