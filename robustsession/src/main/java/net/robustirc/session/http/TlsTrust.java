package net.robustirc.session.http;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Whom to believe: the system's authorities or those of one PEM file. */
public final class TlsTrust {
    private TlsTrust() {}

    /**
     * A client's TLS context, which checks host names and resumes sessions. BoringSSL's, where
     * Netty has it for the platform: it needs less than half of the JDK's CPU for a handshake, and
     * keeps more than one ticket per server (docs/performance.md).
     *
     * @throws IllegalArgumentException with a sentence for the operator if the file is unusable
     */
    public static SslContext clientContext(Optional<Path> caFile) {
        SslContextBuilder builder =
                SslContextBuilder.forClient()
                        .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                        .endpointIdentificationAlgorithm("HTTPS")
                        .protocols("TLSv1.3", "TLSv1.2");
        caFile.ifPresent(file -> builder.trustManager(certificates(file)));
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static X509Certificate[] certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate[] found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toArray(X509Certificate[]::new);
            if (found.length == 0) {
                throw new IllegalArgumentException("the CA file " + file + " has no certificate");
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException("the CA file " + file + " cannot be read", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "the CA file " + file + " does not hold certificates in PEM form", e);
        }
    }
}
