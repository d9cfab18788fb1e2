package net.robustirc.tools.tls;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys and certificates as text (RFC 7468). */
final class Pem {
    private static final Base64.Encoder ENCODER =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /** PKCS#8, not encrypted. */
    static String privateKey(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    /** One block per certificate, in the order given. */
    static String certificates(X509Certificate... chain) {
        return Stream.of(chain)
                .map(certificate -> block("CERTIFICATE", der(certificate)))
                .collect(Collectors.joining());
    }

    /** The bytes of the first block, whatever its label. */
    static byte[] decode(String pem) {
        int begin = pem.indexOf("-----\n") + 6;
        int end = pem.indexOf("-----END", begin);
        if (begin < 6 || end < 0) {
            throw new IllegalArgumentException("not in PEM form");
        }
        return Base64.getMimeDecoder().decode(pem.substring(begin, end));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, ENCODER.encodeToString(content), label);
    }
}
