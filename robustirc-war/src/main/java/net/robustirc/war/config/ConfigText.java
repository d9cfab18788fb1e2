package net.robustirc.war.config;

import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.config.NetworkConfig;

/** Writes a configuration as TOML, with secrets masked. */
public final class ConfigText {
    private ConfigText() {}

    /** Every key with its value, in the original's order. */
    public static String of(NetworkConfig config) {
        StringBuilder text = new StringBuilder();
        line(text, ConfigKey.SESSION_EXPIRATION, duration(config.sessionExpirationNanos()));
        line(text, ConfigKey.POST_MESSAGE_COOLOFF, duration(config.postMessageCooloffNanos()));
        line(text, ConfigKey.MAX_SESSIONS, Long.toString(config.maxSessions()));
        line(text, ConfigKey.MAX_CHANNELS, Long.toString(config.maxChannels()));
        if (!config.trustedBridges().isEmpty()) {
            text.append("\n[").append(ConfigKey.TRUSTED_BRIDGES.text()).append("]\n");
            int number = 1;
            for (Map.Entry<String, String> bridge : config.trustedBridges().entrySet()) {
                text.append(bridge(number++, bridge.getValue())).append('\n');
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, ConfigKey key, String value) {
        text.append(key.text()).append(" = ").append(value).append('\n');
    }

    private static String duration(long nanos) {
        return quoted(GoDuration.format(nanos));
    }

    /** A trusted bridge's line, its secret masked. */
    static String bridge(int number, String name) {
        return quoted(MaskedSecrets.mask(number)) + " = " + quoted(name);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append(String.format("\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The text with some lines replaced; numbers from 1. */
    static String withLines(String text, Map<Integer, String> replacements) {
        List<String> lines = text.lines().toList();
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            result.append(replacements.getOrDefault(i + 1, lines.get(i))).append('\n');
        }
        return result.toString();
    }
}
