package net.robustirc.tools.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A key and the certificate for it. */
record Identity(PrivateKey key, X509Certificate certificate) {
    /** What ends sooner than this is replaced. */
    static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    boolean fresh(Instant now) {
        return certificate.getNotAfter().toInstant().minus(RENEWED_BEFORE_END).isAfter(now);
    }
}
