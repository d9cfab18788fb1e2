package net.robustirc.war.config;

import static net.robustirc.war.config.ConfigKey.*;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.irc.BanMask;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Makes a configuration of TOML; what no key sets keeps its default. */
final class ConfigReader {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long LONGEST_EXPIRATION = 30 * 24 * 60 * MINUTE_NANOS;
    private static final long LONGEST_COOLOFF = MINUTE_NANOS / 12;
    private static final long HIGHEST_LIMIT = 1_000_000_000;
    private static final long HIGHEST_PER_USER = 1_000;

    /** The challenge comes after it, and both must fit into a line. */
    private static final int LONGEST_URL = 150;

    private static final int SHORTEST_CLOAK_KEY = 16;

    private final SecretReader secrets;

    ConfigReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    /**
     * Parses and checks.
     *
     * @throws ConfigException naming the first line that is wrong
     */
    NetworkConfig read(String text) throws ConfigException {
        TomlParseResult toml = parsed(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().get(0);
            throw new ConfigException(first.position(), first.getMessage());
        }
        ConfigTable top = new ConfigTable("", toml, null, TOP);
        return new NetworkConfig(
                limits(top),
                bridges(top),
                captcha(top),
                new AccountsReader(secrets).read(top),
                networkName(top),
                motd(top),
                admin(top),
                banned(top),
                origins(top),
                cloak(top));
    }

    /** The parser calls itself for each level of arrays and inline tables. */
    private static TomlParseResult parsed(String text) throws ConfigException {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError e) {
            throw new ConfigException(null, "the configuration is nested too deeply");
        }
    }

    private static Limits limits(ConfigTable top) throws ConfigException {
        Limits base = Limits.DEFAULT;
        Optional<ConfigValue> expiration = top.find(SESSION_EXPIRATION);
        Optional<ConfigValue> cooloff = top.find(POST_MESSAGE_COOLOFF);
        return new Limits(
                expiration.isEmpty()
                        ? base.sessionExpirationNanos()
                        : expiration.get().duration(MINUTE_NANOS, LONGEST_EXPIRATION),
                cooloff.isEmpty()
                        ? base.postMessageCooloffNanos()
                        : cooloff.get().duration(0, LONGEST_COOLOFF),
                limit(top, MAX_SESSIONS, base.maxSessions()),
                limit(top, MAX_CHANNELS, base.maxChannels()),
                perUser(top, MAX_CHANNELS_PER_USER, base.maxChannelsPerUser()),
                perUser(top, MAX_LIST_ENTRIES, base.maxListEntries()));
    }

    private static long limit(ConfigTable top, String key, long base) throws ConfigException {
        Optional<ConfigValue> value = top.find(key);
        return value.isEmpty() ? base : value.get().number(0, HIGHEST_LIMIT);
    }

    private static int perUser(ConfigTable top, String key, int base) throws ConfigException {
        Optional<ConfigValue> value = top.find(key);
        return value.isEmpty() ? base : (int) value.get().number(1, HIGHEST_PER_USER);
    }

    private SortedMap<String, String> bridges(ConfigTable top) throws ConfigException {
        SortedMap<String, String> bridges = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> entry : top.entries(TRUSTED_BRIDGES).entrySet()) {
            ConfigValue name = entry.getValue();
            if (entry.getKey().isBlank()) {
                throw new ConfigException(
                        name.position(), "a secret in TrustedBridges must not be empty");
            }
            bridges.put(secrets.readKey(entry.getKey(), name), name.line());
        }
        return bridges;
    }

    private NetworkConfig.Captcha captcha(ConfigTable top) throws ConfigException {
        Optional<ConfigValue> url = top.find(CAPTCHA_URL);
        Optional<ConfigValue> secret = top.find(CAPTCHA_SECRET);
        NetworkConfig.Captcha captcha =
                new NetworkConfig.Captcha(
                        url.isEmpty() ? "" : address(url.get()),
                        secret.isEmpty() ? "" : hex(secret.get()),
                        top.flag(CAPTCHA_FOR_LOGIN));
        if (captcha.requiredForLogin() && !captcha.configured()) {
            throw top.get(CAPTCHA_FOR_LOGIN)
                    .wrong("needs " + CAPTCHA_URL + " and " + CAPTCHA_SECRET);
        }
        return captcha;
    }

    /** The original lets a broken one crash its nodes later: irc-commands.md, weak spot 2. */
    private static String address(ConfigValue value) throws ConfigException {
        String text = value.line();
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (text.isEmpty() || web && uri.getHost() != null && text.length() <= LONGEST_URL) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw value.wrong("is no address: " + e.getReason());
        }
        throw value.wrong("must be an address such as \"https://captcha.example/\"");
    }

    private String hex(ConfigValue value) throws ConfigException {
        if (value.line().isEmpty()) {
            return "";
        }
        String secret = secrets.read(value, CAPTCHA_SECRET);
        if (!secret.matches("([0-9A-Fa-f]{2}){16,64}")) {
            throw value.wrong("must be hex digits for 16 to 64 bytes");
        }
        return secret;
    }

    /** A parameter of 005, so there is no room for blanks. */
    private static String networkName(ConfigTable top) throws ConfigException {
        Optional<ConfigValue> name = top.find(NETWORK_NAME);
        if (name.isPresent() && !name.get().line().matches("[A-Za-z0-9._-]{0,50}")) {
            throw name.get()
                    .wrong("must be at most 50 letters, digits, dots, hyphens, underscores");
        }
        return name.isEmpty() ? "" : name.get().line();
    }

    private static String motd(ConfigTable top) throws ConfigException {
        Optional<ConfigValue> motd = top.find(MOTD);
        return motd.isEmpty() ? "" : motd.get().lines();
    }

    private static NetworkConfig.Admin admin(ConfigTable top) throws ConfigException {
        List<String> keys = List.of(LOCATION, ORGANISATION, EMAIL);
        Optional<ConfigTable> admin = top.table(ADMIN, keys);
        return admin.isEmpty()
                ? NetworkConfig.Admin.NONE
                : new NetworkConfig.Admin(
                        admin.get().line(LOCATION),
                        admin.get().line(ORGANISATION),
                        admin.get().line(EMAIL));
    }

    private static SortedMap<String, String> banned(ConfigTable top) throws ConfigException {
        SortedMap<String, String> banned = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> entry : top.entries(BANNED).entrySet()) {
            if (BanMask.parse(entry.getKey()).isEmpty()) {
                throw new ConfigException(
                        entry.getValue().position(),
                        entry.getKey() + " is no address, range or nick!user@host");
            }
            banned.put(entry.getKey(), entry.getValue().line());
        }
        return banned;
    }

    private static SortedMap<String, Boolean> origins(ConfigTable top) throws ConfigException {
        SortedMap<String, Boolean> origins = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> entry : top.entries(ORIGINS).entrySet()) {
            origins.put(entry.getKey(), entry.getValue().flag());
        }
        return origins;
    }

    private NetworkConfig.Cloak cloak(ConfigTable top) throws ConfigException {
        Optional<ConfigValue> key = top.find(CLOAK_KEY);
        boolean on = top.flag(CLOAK_HOSTS);
        if (key.isEmpty()) {
            if (on) {
                throw top.get(CLOAK_HOSTS).wrong("needs " + CLOAK_KEY);
            }
            return NetworkConfig.Cloak.NONE;
        }
        String secret = secrets.read(key.get(), CLOAK_KEY);
        if (secret.length() < SHORTEST_CLOAK_KEY) {
            throw key.get().wrong("must have at least " + SHORTEST_CLOAK_KEY + " characters");
        }
        return new NetworkConfig.Cloak(secret, on);
    }
}
