package net.robustirc.war.auth;

import java.security.SecureRandom;
import java.util.HexFormat;
import net.robustirc.statemachine.entry.TokenHash;

/** Makes session tokens and hashes them; the token itself never enters the log (design D14). */
public final class SessionTokens {
    /**
     * 128 random bytes, 256 hexadecimal digits: the original's length, which clients are used to.
     */
    private static final int RANDOM_BYTES = 128;

    private final SecureRandom random = new SecureRandom();

    /** A new token: 256 lower-case hexadecimal digits. */
    public String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static TokenHash hash(String token) {
        return new TokenHash(Sha256.of(token));
    }
}
