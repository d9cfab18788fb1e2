package net.robustirc.war.config;

import java.util.List;

/** Names of the keys of the network configuration (operations.md section 1, and ours). */
final class ConfigKey {
    static final String SESSION_EXPIRATION = "SessionExpiration";
    static final String POST_MESSAGE_COOLOFF = "PostMessageCooloff";
    static final String MAX_SESSIONS = "MaxSessions";
    static final String MAX_CHANNELS = "MaxChannels";
    static final String MAX_CHANNELS_PER_USER = "MaxChannelsPerUser";
    static final String MAX_LIST_ENTRIES = "MaxListEntries";
    static final String NETWORK_NAME = "NetworkName";
    static final String MOTD = "MOTD";
    static final String CAPTCHA_URL = "CaptchaURL";
    static final String CAPTCHA_SECRET = "CaptchaHMACSecret";
    static final String CAPTCHA_FOR_LOGIN = "CaptchaRequiredForLogin";
    static final String CLOAK_KEY = "CloakKey";
    static final String CLOAK_HOSTS = "CloakHosts";
    static final String ADMIN = "Admin";
    static final String IRC = "IRC";
    static final String TRUSTED_BRIDGES = "TrustedBridges";
    static final String BANNED = "Banned";
    static final String ORIGINS = "WhitelistedOrigins";

    /** All at the top of the file. */
    static final List<String> TOP =
            List.of(
                    SESSION_EXPIRATION,
                    POST_MESSAGE_COOLOFF,
                    MAX_SESSIONS,
                    MAX_CHANNELS,
                    MAX_CHANNELS_PER_USER,
                    MAX_LIST_ENTRIES,
                    NETWORK_NAME,
                    MOTD,
                    CAPTCHA_URL,
                    CAPTCHA_SECRET,
                    CAPTCHA_FOR_LOGIN,
                    CLOAK_KEY,
                    CLOAK_HOSTS,
                    ADMIN,
                    IRC,
                    TRUSTED_BRIDGES,
                    BANNED,
                    ORIGINS);

    static final String LOCATION = "Location";
    static final String ORGANISATION = "Organisation";
    static final String EMAIL = "Email";

    static final String OPERATORS = "Operators";
    static final String OPERATOR_CLASSES = "OperatorClasses";
    static final String SERVICES = "Services";

    static final String NAME = "Name";
    static final String PASSWORD = "Password";
    static final String CLASS = "Class";
    static final String PRIVILEGES = "Privileges";

    private ConfigKey() {}
}
