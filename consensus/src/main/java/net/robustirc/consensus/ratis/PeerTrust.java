package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes the certificates that an authority signed, and says once for each peer why it does not
 * believe that one: Ratis tries again for ever, without a word.
 */
final class PeerTrust extends X509ExtendedTrustManager {
    private static final Logger LOG = LoggerFactory.getLogger(PeerTrust.class);

    private final X509ExtendedTrustManager judge;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private PeerTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /**
     * The authorities of a PEM file, and no others.
     *
     * @throws IOException if there are none in it
     */
    static PeerTrust in(Path caFile) throws IOException {
        try (InputStream in = Files.newInputStream(caFile)) {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            int count = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                count++;
                authorities.setCertificateEntry("ca" + count, each);
            }
            if (count == 0) {
                throw new IOException(caFile + " holds no certificate");
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return new PeerTrust(extended(factory));
        } catch (GeneralSecurityException e) {
            throw new IOException(caFile + " is not a file of certificates: " + e.getMessage(), e);
        }
    }

    private static X509ExtendedTrustManager extended(TrustManagerFactory factory)
            throws GeneralSecurityException {
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this Java cannot judge certificates");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        tellOnce(
                () -> judge.checkServerTrusted(chain, authType, engine),
                () -> "the node at " + engine.getPeerHost() + ":" + engine.getPeerPort());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        tellOnce(() -> judge.checkServerTrusted(chain, authType, socket), () -> named(chain));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        tellOnce(() -> judge.checkServerTrusted(chain, authType), () -> named(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        tellOnce(() -> judge.checkClientTrusted(chain, authType, engine), () -> named(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        tellOnce(() -> judge.checkClientTrusted(chain, authType, socket), () -> named(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        tellOnce(() -> judge.checkClientTrusted(chain, authType), () -> named(chain));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private static String named(X509Certificate[] chain) {
        return "a node that calls itself " + chain[0].getSubjectX500Principal().getName();
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private interface Peer {
        String name();
    }

    private void tellOnce(Check check, Peer peer) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            String name = peer.name();
            if (told.add(name)) {
                LOG.warn("the certificate of {} is not accepted: {}", name, e.getMessage());
            }
            throw e;
        }
    }
}
