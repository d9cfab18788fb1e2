package net.robustirc.war.config;

import static net.robustirc.war.config.ConfigKey.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.config.Privilege;

/** Writes a configuration as TOML, with secrets masked. */
public final class ConfigText {
    private final StringBuilder text = new StringBuilder();
    private final MaskedSecrets secrets;

    private ConfigText(NetworkConfig config) {
        this.secrets = new MaskedSecrets(config);
    }

    /** Every key with its value, in the original's order; what is not set is left out. */
    public static String of(NetworkConfig config) {
        return new ConfigText(config).write(config);
    }

    private String write(NetworkConfig config) {
        limits(config.limits());
        some(NETWORK_NAME, config.networkName());
        some(MOTD, config.motd());
        some(CAPTCHA_URL, config.captcha().url());
        secret(CAPTCHA_SECRET, config.captcha().hmacSecret());
        flag(CAPTCHA_FOR_LOGIN, config.captcha().requiredForLogin());
        secret(CLOAK_KEY, config.cloak().key());
        flag(CLOAK_HOSTS, config.cloak().on());
        if (config.admin().isSet()) {
            table("[" + ADMIN + "]");
            some(LOCATION, config.admin().location());
            some(ORGANISATION, config.admin().organisation());
            some(EMAIL, config.admin().email());
        }
        accounts(config.irc());
        entries(config);
        return text.toString();
    }

    private void limits(Limits limits) {
        line(SESSION_EXPIRATION, quoted(TimeText.duration(limits.sessionExpirationNanos())));
        line(POST_MESSAGE_COOLOFF, quoted(TimeText.duration(limits.postMessageCooloffNanos())));
        line(MAX_SESSIONS, Long.toString(limits.maxSessions()));
        line(MAX_CHANNELS, Long.toString(limits.maxChannels()));
        line(MAX_CHANNELS_PER_USER, Integer.toString(limits.maxChannelsPerUser()));
        line(MAX_LIST_ENTRIES, Integer.toString(limits.maxListEntries()));
    }

    private void accounts(IrcAccounts irc) {
        for (IrcAccounts.OperatorClass operatorClass : irc.classes()) {
            table("[[" + IRC + "." + OPERATOR_CLASSES + "]]");
            line(NAME, quoted(operatorClass.name()));
            line(PRIVILEGES, privileges(operatorClass.privileges()));
        }
        for (IrcAccounts.Operator operator : irc.operators()) {
            table("[[" + IRC + "." + OPERATORS + "]]");
            line(NAME, quoted(operator.name()));
            secret(PASSWORD, operator.password());
            some(CLASS, operator.operatorClass());
        }
        for (String password : irc.services()) {
            table("[[" + IRC + "." + SERVICES + "]]");
            secret(PASSWORD, password);
        }
    }

    private static String privileges(int bits) {
        return Stream.of(Privilege.values())
                .filter(privilege -> (bits & privilege.bit()) != 0)
                .map(privilege -> quoted(privilege.text()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void entries(NetworkConfig config) {
        if (!config.trustedBridges().isEmpty()) {
            table("[" + TRUSTED_BRIDGES + "]");
            config.trustedBridges()
                    .forEach((key, name) -> line(quoted(secrets.maskOf(key)), quoted(name)));
        }
        if (!config.banned().isEmpty()) {
            table("[" + BANNED + "]");
            config.banned().forEach((address, why) -> line(quoted(address), quoted(why)));
        }
        if (!config.origins().isEmpty()) {
            table("[" + ORIGINS + "]");
            config.origins().forEach((origin, on) -> line(quoted(origin), Boolean.toString(on)));
        }
    }

    private void table(String head) {
        text.append('\n').append(head).append('\n');
    }

    private void line(String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private void some(String key, String value) {
        if (!value.isEmpty()) {
            line(key, quoted(value));
        }
    }

    private void secret(String key, String secret) {
        if (!secret.isEmpty()) {
            line(key, quoted(secrets.maskOf(secret)));
        }
    }

    private void flag(String key, boolean on) {
        if (on) {
            line(key, "true");
        }
    }

    static String quoted(String text) {
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
