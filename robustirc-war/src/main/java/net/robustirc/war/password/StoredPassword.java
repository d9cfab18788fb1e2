package net.robustirc.war.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A password as the configuration has it: hashed by bcrypt or argon2id, or plain. */
public interface StoredPassword {
    /** Whether that is the password. Takes long where it is hashed; time does not tell how near. */
    boolean matches(String given);

    /** Whether whoever reads the configuration has it. */
    default boolean plain() {
        return false;
    }

    /**
     * The password that a text stands for.
     *
     * @throws IllegalArgumentException if it begins like a hash and is none that is allowed
     */
    static StoredPassword of(String text) {
        if (text.startsWith("$2")) {
            return BcryptPassword.parse(text);
        }
        if (text.startsWith("$argon2")) {
            return Argon2Password.parse(text);
        }
        return new Plain(text);
    }

    /** One that is stored as it is. */
    record Plain(String text) implements StoredPassword {
        @Override
        public boolean matches(String given) {
            return MessageDigest.isEqual(digest(text), digest(given));
        }

        @Override
        public boolean plain() {
            return true;
        }

        /** Hashes first, so that lengths do not show either. */
        private static byte[] digest(String password) {
            return Digests.sha256(password.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Plain[]";
        }
    }
}
