package net.robustirc.tools.tls;

import java.nio.file.Path;

/**
 * A node's key and certificate.
 *
 * @param key PEM, PKCS#8
 * @param certificate PEM
 * @param keyStore both once more with the root, PKCS#12
 */
public record NodeFiles(Path key, Path certificate, Path keyStore) {
    static NodeFiles in(Path directory) {
        return new NodeFiles(
                directory.resolve("key.pem"),
                directory.resolve("cert.pem"),
                directory.resolve("keystore.p12"));
    }
}
