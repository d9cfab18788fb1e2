package net.robustirc.statemachine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.config.Privilege;

/**
 * A network configuration as transcripts write it: keys of the TOML, and {@code
 * SessionExpirationSeconds}, {@code Admin=location|organisation|email}, {@code
 * Operators=alice,bob/class}, {@code OperatorClasses=class:kill+gline,other:wallops}, {@code
 * Services=1}, {@code Banned=address|reason}. Missing keys have their defaults; a space in a value
 * is written {@code <U+0020>}.
 */
final class TranscriptConfig {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> KEYS =
            List.of(
                    "SessionExpirationSeconds",
                    "MaxSessions",
                    "MaxChannels",
                    "MaxChannelsPerUser",
                    "MaxListEntries",
                    "NetworkName",
                    "MOTD",
                    "Admin",
                    "Operators",
                    "OperatorClasses",
                    "Services",
                    "CaptchaURL",
                    "CaptchaHMACSecret",
                    "CaptchaRequiredForLogin",
                    "Banned",
                    "CloakKey",
                    "CloakHosts");

    private final SortedMap<String, String> settings;

    TranscriptConfig(SortedMap<String, String> settings) {
        for (String key : settings.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("transcripts know no setting " + key);
            }
        }
        this.settings = settings;
    }

    NetworkConfig build() {
        return new NetworkConfig(
                limits(),
                new TreeMap<>(),
                new NetworkConfig.Captcha(
                        text("CaptchaURL"),
                        text("CaptchaHMACSecret"),
                        Boolean.parseBoolean(text("CaptchaRequiredForLogin"))),
                accounts(),
                text("NetworkName"),
                text("MOTD"),
                admin(),
                banned(),
                new TreeMap<>(),
                new NetworkConfig.Cloak(
                        text("CloakKey"), Boolean.parseBoolean(text("CloakHosts"))));
    }

    private Limits limits() {
        Limits base = Limits.DEFAULT;
        return new Limits(
                number("SessionExpirationSeconds", base.sessionExpirationNanos() / SECOND) * SECOND,
                base.postMessageCooloffNanos(),
                number("MaxSessions", base.maxSessions()),
                number("MaxChannels", base.maxChannels()),
                (int) number("MaxChannelsPerUser", base.maxChannelsPerUser()),
                (int) number("MaxListEntries", base.maxListEntries()));
    }

    private IrcAccounts accounts() {
        List<IrcAccounts.Operator> operators = new ArrayList<>();
        for (String item : items("Operators")) {
            String[] parts = item.split("/");
            operators.add(
                    new IrcAccounts.Operator(parts[0], "-", parts.length > 1 ? parts[1] : ""));
        }
        List<IrcAccounts.OperatorClass> classes = new ArrayList<>();
        for (String item : items("OperatorClasses")) {
            String[] parts = item.split(":");
            int bits = 0;
            for (String privilege : parts.length > 1 ? parts[1].split("\\+") : new String[0]) {
                bits |= Privilege.of(privilege).orElseThrow().bit();
            }
            classes.add(new IrcAccounts.OperatorClass(parts[0], bits));
        }
        List<String> services = text("Services").isEmpty() ? List.of() : List.of("-");
        return new IrcAccounts(operators, classes, services);
    }

    private NetworkConfig.Admin admin() {
        if (text("Admin").isEmpty()) {
            return NetworkConfig.Admin.NONE;
        }
        String[] parts = text("Admin").split("\\|");
        return new NetworkConfig.Admin(parts[0], parts[1], parts[2]);
    }

    private SortedMap<String, String> banned() {
        SortedMap<String, String> banned = new TreeMap<>();
        if (!text("Banned").isEmpty()) {
            String[] parts = text("Banned").split("\\|");
            banned.put(parts[0], parts[1]);
        }
        return banned;
    }

    private String[] items(String key) {
        return text(key).isEmpty() ? new String[0] : text(key).split(",");
    }

    private String text(String key) {
        return settings.getOrDefault(key, "");
    }

    private long number(String key, long base) {
        return settings.containsKey(key) ? Long.parseLong(text(key)) : base;
    }
}
