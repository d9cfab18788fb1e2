package net.robustirc.war.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password hashed by argon2id: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
final class Argon2Password implements StoredPassword {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** KiB. A node has a heap of 256 MB, and other things to do with it. */
    private static final int MOST_MEMORY = 65_536;

    private static final int LEAST_MEMORY = 8;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 4;

    private final Argon2Parameters parameters;
    private final byte[] hash;

    private Argon2Password(Argon2Parameters parameters, byte[] hash) {
        this.parameters = parameters;
        this.hash = hash;
    }

    static Argon2Password parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "is no argon2id hash such as $argon2id$v=19$m=19456,t=2,p=1$salt$hash");
        }
        int memory = bounded("m", form.group(1), LEAST_MEMORY, MOST_MEMORY);
        int passes = bounded("t", form.group(2), 1, MOST_PASSES);
        int lanes = bounded("p", form.group(3), 1, MOST_LANES);
        Argon2Parameters parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(Base64.getDecoder().decode(form.group(4)))
                        .build();
        return new Argon2Password(parameters, Base64.getDecoder().decode(form.group(5)));
    }

    private static int bounded(String name, String digits, int lowest, int highest) {
        int value = Integer.parseInt(digits);
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "must have " + name + " from " + lowest + " to " + highest);
        }
        return value;
    }

    @Override
    public boolean matches(String given) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] computed = new byte[hash.length];
        generator.generateBytes(given.getBytes(StandardCharsets.UTF_8), computed);
        return MessageDigest.isEqual(hash, computed);
    }
}
