package net.robustirc.war.config;

import java.util.Optional;
import java.util.stream.Stream;

/** Top-level keys of the network configuration (operations.md section 1). */
enum ConfigKey {
    SESSION_EXPIRATION("SessionExpiration", true),
    POST_MESSAGE_COOLOFF("PostMessageCooloff", true),
    MAX_SESSIONS("MaxSessions", true),
    MAX_CHANNELS("MaxChannels", true),
    TRUSTED_BRIDGES("TrustedBridges", true),
    CAPTCHA_URL("CaptchaURL", false),
    CAPTCHA_HMAC_SECRET("CaptchaHMACSecret", false),
    CAPTCHA_REQUIRED_FOR_LOGIN("CaptchaRequiredForLogin", false),
    IRC("IRC", false),
    BANNED("Banned", false),
    WHITELISTED_ORIGINS("WhitelistedOrigins", false);

    private final String text;
    private final boolean supported;

    ConfigKey(String text, boolean supported) {
        this.text = text;
        this.supported = supported;
    }

    String text() {
        return text;
    }

    boolean supported() {
        return supported;
    }

    /** The key of that name, in any case as the original takes it. */
    static Optional<ConfigKey> of(String name) {
        return Stream.of(values()).filter(key -> key.text.equalsIgnoreCase(name)).findFirst();
    }
}
