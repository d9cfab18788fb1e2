package net.robustirc.war.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;

/**
 * Stands for secrets in texts that people see: {@code set-1} is the first secret of the
 * configuration in force. A text may be edited and posted again without ever showing the secret.
 */
final class MaskedSecrets {
    private static final String PREFIX = "set-";

    private final List<String> secrets;

    /**
     * @param current the configuration that masks in a posted text refer to
     */
    MaskedSecrets(NetworkConfig current) {
        this.secrets = all(current);
    }

    /** Every secret of a configuration, in the order of their numbers. */
    static List<String> all(NetworkConfig config) {
        List<String> secrets = new ArrayList<>(config.trustedBridges().keySet());
        secrets.add(config.captcha().hmacSecret());
        config.irc().operators().stream().map(IrcAccounts.Operator::password).forEach(secrets::add);
        secrets.addAll(config.irc().services());
        secrets.add(config.cloak().key());
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    /** Mask of the secret with that number, from 1 in the order of the secrets. */
    static String mask(int number) {
        return PREFIX + number;
    }

    static boolean isMask(String key) {
        return key.matches(PREFIX + "[0-9]{1,9}");
    }

    /** The secret that a mask stands for; nothing if there is no such one. */
    Optional<String> secret(String mask) {
        int number = Integer.parseInt(mask.substring(PREFIX.length()));
        return number >= 1 && number <= secrets.size()
                ? Optional.of(secrets.get(number - 1))
                : Optional.empty();
    }

    /** Mask of one of these secrets. */
    String maskOf(String secret) {
        return mask(number(secret));
    }

    /** Number, from 1, of one of these secrets. */
    int number(String secret) {
        return secrets.indexOf(secret) + 1;
    }
}
