package net.robustirc.war.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.TomlPosition;

/** Reads secrets, masked or not, and keeps in mind on which lines they stand. */
final class SecretReader {
    private final MaskedSecrets masked;
    private final List<SecretLine> lines = new ArrayList<>();

    SecretReader(MaskedSecrets masked) {
        this.masked = masked;
    }

    /**
     * A line with a secret, as it is written without it.
     *
     * @param number from 1
     * @param before what stands before the quoted secret
     * @param after what stands after it
     */
    record SecretLine(int number, String before, String secret, String after) {
        String masked(int mask) {
            return before + ConfigText.quoted(MaskedSecrets.mask(mask)) + after;
        }
    }

    /** Reads the secret that is a key's value. */
    String read(ConfigValue value, String key) throws ConfigException {
        String secret = plain(value.some(), value.position());
        found(value.position(), key + " = ", secret, "");
        return secret;
    }

    /** Reads a secret that is itself a key. */
    String readKey(String key, ConfigValue value) throws ConfigException {
        String secret = plain(key, value.position());
        found(value.position(), "", secret, " = " + ConfigText.quoted(value.text()));
        return secret;
    }

    private void found(TomlPosition position, String before, String secret, String after) {
        if (position != null) {
            lines.add(new SecretLine(position.line(), before, secret, after));
        }
    }

    private String plain(String text, TomlPosition position) throws ConfigException {
        if (!MaskedSecrets.isMask(text)) {
            return text;
        }
        Optional<String> secret = masked.secret(text);
        if (secret.isEmpty()) {
            throw new ConfigException(position, text + " stands for no secret of this revision");
        }
        return secret.get();
    }

    /** Where secrets stand, as far as it is known. */
    List<SecretLine> lines() {
        return lines;
    }
}
