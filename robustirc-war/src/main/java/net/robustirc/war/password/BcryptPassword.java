package net.robustirc.war.password;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A password hashed by bcrypt: {@code $2b$10$...}, also {@code $2a$} and {@code $2y$}. */
record BcryptPassword(String text) implements StoredPassword {
    private static final Pattern FORM =
            Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");
    private static final int LOWEST_COST = 4;
    private static final int HIGHEST_COST = 14;

    /** What stands behind it counts for nothing: a property of bcrypt. */
    private static final int LONGEST_BYTES = 72;

    static BcryptPassword parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is no bcrypt hash: one has 60 characters");
        }
        int cost = Integer.parseInt(form.group(1));
        if (cost < LOWEST_COST || cost > HIGHEST_COST) {
            throw new IllegalArgumentException(
                    "must have a cost from " + LOWEST_COST + " to " + HIGHEST_COST);
        }
        return new BcryptPassword(text);
    }

    @Override
    public boolean matches(String given) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        byte[] used = bytes.length > LONGEST_BYTES ? Arrays.copyOf(bytes, LONGEST_BYTES) : bytes;
        return OpenBSDBCrypt.checkPassword(text, used);
    }

    @Override
    public String toString() {
        return "BcryptPassword[]";
    }
}
