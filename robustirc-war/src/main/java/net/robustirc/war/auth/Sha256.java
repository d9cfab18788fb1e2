package net.robustirc.war.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, without a look-up for each. */
final class Sha256 {
    private static final MessageDigest FRESH = newDigest();

    private Sha256() {}

    /** Hash of a header's value, one byte a character; 32 bytes. */
    static byte[] of(String header) {
        return of(header.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] of(byte[] bytes) {
        return copy().digest(bytes);
    }

    /** A clone of an unused digest is cheaper than asking the providers for one. */
    private static MessageDigest copy() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return newDigest();
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
