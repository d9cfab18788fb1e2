package net.robustirc.war.password;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fast digests, to compare what has different lengths. */
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
