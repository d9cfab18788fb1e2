package net.robustirc.statemachine.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that hold for the whole network, replicated through the log. Keys and defaults: ours.md,
 * operations.md section 1.
 *
 * @param trustedBridges value of {@code X-Bridge-Auth} to the bridge's name
 * @param networkName what people call the network; empty: the server's name
 * @param motd message of the day, its lines parted by LF; empty if there is none
 * @param banned address or mask to the reason for which it is banned
 * @param origins web origin to whether its pages may use this network
 */
public record NetworkConfig(
        Limits limits,
        SortedMap<String, String> trustedBridges,
        Captcha captcha,
        IrcAccounts irc,
        String networkName,
        String motd,
        Admin admin,
        SortedMap<String, String> banned,
        SortedMap<String, Boolean> origins,
        Cloak cloak) {

    /**
     * In force until the first configuration is posted, and for every key that is missing in it.
     */
    public static final NetworkConfig DEFAULT =
            new NetworkConfig(
                    Limits.DEFAULT,
                    new TreeMap<>(),
                    Captcha.NONE,
                    IrcAccounts.NONE,
                    "",
                    "",
                    Admin.NONE,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Cloak.NONE);

    public NetworkConfig {
        trustedBridges = Collections.unmodifiableSortedMap(new TreeMap<>(trustedBridges));
        banned = Collections.unmodifiableSortedMap(new TreeMap<>(banned));
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    /** The same with other limits. */
    public NetworkConfig with(Limits next) {
        return with(next, irc);
    }

    /** The same with other accounts. */
    public NetworkConfig with(IrcAccounts next) {
        return with(limits, next);
    }

    private NetworkConfig with(Limits nextLimits, IrcAccounts nextIrc) {
        return new NetworkConfig(
                nextLimits,
                trustedBridges,
                captcha,
                nextIrc,
                networkName,
                motd,
                admin,
                banned,
                origins,
                cloak);
    }

    /**
     * What ADMIN tells; empty where nothing is set.
     *
     * @param location where the network is
     * @param organisation who runs it
     * @param email where to write to
     */
    public record Admin(String location, String organisation, String email) {
        public static final Admin NONE = new Admin("", "", "");

        public boolean isSet() {
            return !equals(NONE);
        }
    }

    /**
     * The captcha service.
     *
     * @param url empty if there is none
     * @param hmacSecret shared with it, hex digits; empty if there is none
     * @param requiredForLogin whether registration asks for a captcha
     */
    public record Captcha(String url, String hmacSecret, boolean requiredForLogin) {
        public static final Captcha NONE = new Captcha("", "", false);

        /** Whether challenges can be made. */
        public boolean configured() {
            return !url.isEmpty() && !hmacSecret.isEmpty();
        }
    }

    /**
     * Hosts that stand for addresses without telling them.
     *
     * @param key secret of the network
     * @param on whether users have such hosts
     */
    public record Cloak(String key, boolean on) {
        public static final Cloak NONE = new Cloak("", false);
    }
}
