package net.robustirc.war.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.config.NetworkConfig;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A posted configuration with its secrets masked, comments and layout kept where that can be done
 * safely; else it is written anew.
 */
final class MaskedText {
    private final String text;
    private final NetworkConfig config;
    private final MaskedSecrets earlier;

    /**
     * @param config what the text says
     * @param earlier what masks in the text stand for
     */
    MaskedText(String text, NetworkConfig config, MaskedSecrets earlier) {
        this.text = text;
        this.config = config;
        this.earlier = earlier;
    }

    String masked() {
        if (config.trustedBridges().isEmpty()) {
            return text;
        }
        String replaced = ConfigText.withLines(text, maskedLines());
        return isSafe(replaced) ? replaced : ConfigText.of(config);
    }

    /** The lines on which trusted bridges stand, by number. */
    private Map<Integer, String> maskedLines() {
        Map<Integer, String> lines = new HashMap<>();
        TomlTable bridges = bridges(Toml.parse(text));
        for (String key : bridges.keySet()) {
            TomlPosition position = bridges.inputPositionOf(List.of(key));
            if (position != null) {
                lines.put(position.line(), maskedLine(key, bridges.getString(List.of(key))));
            }
        }
        return lines;
    }

    private String maskedLine(String key, String name) {
        String secret = MaskedSecrets.isMask(key) ? earlier.secret(key).orElseThrow() : key;
        return ConfigText.bridge(MaskedSecrets.number(secret, config.trustedBridges()), name);
    }

    private static TomlTable bridges(TomlParseResult toml) {
        return toml.keySet().stream()
                .filter(ConfigKey.TRUSTED_BRIDGES.text()::equalsIgnoreCase)
                .map(name -> toml.getTable(List.of(name)))
                .findFirst()
                .orElseThrow();
    }

    /** No secret is left, and the text still says the same. */
    private boolean isSafe(String replaced) {
        if (config.trustedBridges().keySet().stream().anyMatch(replaced::contains)) {
            return false;
        }
        try {
            return new ConfigParser(config).read(replaced).equals(config);
        } catch (ConfigException e) {
            return false;
        }
    }
}
