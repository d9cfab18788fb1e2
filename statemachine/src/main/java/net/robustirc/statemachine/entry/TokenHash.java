package net.robustirc.statemachine.entry;

import java.security.MessageDigest;
import java.util.Arrays;

/** SHA-256 of a session's token; the token itself is never replicated (design D14). */
public final class TokenHash implements Comparable<TokenHash> {
    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    private final byte[] sha256;

    public TokenHash(byte[] sha256) {
        if (sha256.length != BYTES) {
            throw new IllegalArgumentException("a token hash has 32 bytes, not " + sha256.length);
        }
        this.sha256 = sha256.clone();
    }

    /** A copy of the hash, {@value #BYTES} bytes. */
    public byte[] bytes() {
        return sha256.clone();
    }

    /** The order of the bytes, unsigned. */
    @Override
    public int compareTo(TokenHash other) {
        return Arrays.compareUnsigned(sha256, other.sha256);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(sha256, hash.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "TokenHash[hidden]";
    }
}
