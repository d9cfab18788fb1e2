package net.robustirc.consensus.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import net.robustirc.consensus.ConsensusSettings.PeerTls;

/** Peers believe only peers: there is no other authentication between them (design D15). */
final class MutualTls {
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final char[] IN_MEMORY = new char[0];

    private MutualTls() {}

    /**
     * @throws IOException naming the file that cannot be used
     */
    static SSLContext context(PeerTls tls) throws IOException {
        try {
            KeyStore own = empty();
            Certificate[] chain = certificates(tls.certificate()).toArray(Certificate[]::new);
            own.setKeyEntry("node", key(tls.key()), IN_MEMORY, chain);
            KeyStore believed = empty();
            for (Certificate ca : certificates(tls.ca())) {
                believed.setCertificateEntry("ca" + believed.size(), ca);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, IN_MEMORY);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot set up TLS between peers: " + e.getMessage(), e);
        }
    }

    /**
     * TLS 1.3, with the cipher first that is quick without AES instructions, as on small machines,
     * and before the optimizing compiler knows them.
     */
    static SSLParameters parameters() {
        SSLParameters parameters =
                new SSLParameters(
                        new String[] {"TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"},
                        new String[] {"TLSv1.3"});
        parameters.setNeedClientAuth(true);
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(readable(file))) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not a PEM file of certificates", e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        byte[] pkcs8 = pem(file, "PRIVATE KEY");
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // of another algorithm, or of none: told below
            }
        }
        throw new IOException(file + " holds no key of a kind that is known: " + KEY_ALGORITHMS);
    }

    private static byte[] pem(Path file, String label) throws IOException {
        String text = Files.readString(readable(file), StandardCharsets.ISO_8859_1);
        String head = "-----BEGIN " + label + "-----";
        int start = text.indexOf(head);
        int end = text.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start) {
            throw new IOException(file + " is not a PKCS#8 key in PEM: no line " + head);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(start + head.length(), end));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: its Base64 cannot be read", e);
        }
    }

    private static Path readable(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot read " + file + ", needed for TLS between peers");
        }
        return file;
    }
}
