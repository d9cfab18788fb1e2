package net.robustirc.war.config;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.war.settings.Spelling;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a posted configuration: defaults merged, ranges checked, unknown keys refused by line. */
public final class ConfigParser {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long LONGEST_EXPIRATION = 30 * 24 * 60 * MINUTE_NANOS;
    private static final long LONGEST_COOLOFF = MINUTE_NANOS / 12;
    private static final long HIGHEST_LIMIT = 1_000_000_000;

    private final MaskedSecrets masked;

    /**
     * @param current the configuration in force, for secrets that the text only mentions by mask
     */
    public ConfigParser(NetworkConfig current) {
        this.masked = new MaskedSecrets(current);
    }

    /**
     * A configuration that is fit to be proposed.
     *
     * @param text as posted, with secrets masked
     */
    public record Parsed(NetworkConfig config, String text) {}

    /**
     * Parses and checks.
     *
     * @throws ConfigException naming the first line that is wrong
     */
    public Parsed parse(String text) throws ConfigException {
        NetworkConfig config = read(text);
        return new Parsed(config, new MaskedText(text, config, masked).masked());
    }

    /** Parses and checks, without the text to be shown. */
    NetworkConfig read(String text) throws ConfigException {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw new ConfigException(first.position(), first.getMessage());
        }
        Values values = new Values();
        for (String name : toml.keySet()) {
            take(values, toml, name);
        }
        return values.toConfig();
    }

    private void take(Values values, TomlTable toml, String name) throws ConfigException {
        TomlPosition position = toml.inputPositionOf(List.of(name));
        ConfigKey key =
                ConfigKey.of(name).orElseThrow(() -> new ConfigException(position, unknown(name)));
        if (!key.supported()) {
            throw new ConfigException(
                    position, key.text() + " is not supported by this version yet");
        }
        ConfigValue value = new ConfigValue(key.text(), toml.get(List.of(name)), position);
        switch (key) {
            case SESSION_EXPIRATION ->
                    values.expiration = value.duration(MINUTE_NANOS, LONGEST_EXPIRATION);
            case POST_MESSAGE_COOLOFF -> values.cooloff = value.duration(0, LONGEST_COOLOFF);
            case MAX_SESSIONS -> values.maxSessions = value.number(HIGHEST_LIMIT);
            case MAX_CHANNELS -> values.maxChannels = value.number(HIGHEST_LIMIT);
            case TRUSTED_BRIDGES -> values.bridges = bridges(value.table());
            default -> throw new IllegalStateException(key + " is marked as supported");
        }
    }

    private SortedMap<String, String> bridges(TomlTable table) throws ConfigException {
        SortedMap<String, String> bridges = new TreeMap<>();
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            TomlPosition position = table.inputPositionOf(List.of(entry.getKey()));
            String name =
                    new ConfigValue("a name in TrustedBridges", entry.getValue(), position).text();
            bridges.put(secret(entry.getKey(), position), name);
        }
        return bridges;
    }

    private String secret(String key, TomlPosition position) throws ConfigException {
        if (key.isBlank()) {
            throw new ConfigException(position, "a secret in TrustedBridges must not be empty");
        }
        if (!MaskedSecrets.isMask(key)) {
            return key;
        }
        return masked.secret(key)
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        position, key + " stands for no secret of this revision"));
    }

    private static String unknown(String name) {
        List<String> known = Stream.of(ConfigKey.values()).map(ConfigKey::text).toList();
        return name + " is not a key of the configuration" + Spelling.hint(name, known);
    }

    /** Gathers values; what no key set keeps its default. */
    private static final class Values {
        private long expiration = NetworkConfig.DEFAULT.sessionExpirationNanos();
        private long cooloff = NetworkConfig.DEFAULT.postMessageCooloffNanos();
        private long maxSessions = NetworkConfig.DEFAULT.maxSessions();
        private long maxChannels = NetworkConfig.DEFAULT.maxChannels();
        private SortedMap<String, String> bridges = NetworkConfig.DEFAULT.trustedBridges();

        NetworkConfig toConfig() {
            return new NetworkConfig(expiration, cooloff, maxSessions, maxChannels, bridges);
        }
    }
}
