package net.robustirc.war.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.war.config.SecretReader.SecretLine;

/**
 * A posted configuration with its secrets masked, comments and layout kept where that can be done
 * safely; else it is written anew.
 */
final class MaskedText {
    private final String text;
    private final NetworkConfig config;
    private final List<SecretLine> lines;

    /**
     * @param config what the text says
     * @param lines where its secrets stand
     */
    MaskedText(String text, NetworkConfig config, List<SecretLine> lines) {
        this.text = text;
        this.config = config;
        this.lines = lines;
    }

    String masked() {
        if (MaskedSecrets.all(config).isEmpty()) {
            return text;
        }
        String replaced = ConfigText.withLines(text, maskedLines());
        return isSafe(replaced) ? replaced : ConfigText.of(config);
    }

    /** The lines on which secrets stand, by number. */
    private Map<Integer, String> maskedLines() {
        MaskedSecrets secrets = new MaskedSecrets(config);
        Map<Integer, String> masked = new HashMap<>();
        for (SecretLine line : lines) {
            masked.put(line.number(), line.masked(secrets.number(line.secret())));
        }
        return masked;
    }

    /** No secret is left, and the text still says the same. */
    private boolean isSafe(String replaced) {
        if (MaskedSecrets.all(config).stream().anyMatch(replaced::contains)) {
            return false;
        }
        try {
            SecretReader secrets = new SecretReader(new MaskedSecrets(config));
            return new ConfigReader(secrets).read(replaced).equals(config);
        } catch (ConfigException e) {
            return false;
        }
    }
}
