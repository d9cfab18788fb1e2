package net.robustirc.war.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import net.robustirc.statemachine.config.NetworkConfig;

/**
 * Stands for secrets in texts that people see: {@code set-1} is the first trusted bridge's of the
 * configuration in force. A text may be edited and posted again without ever showing the secret.
 */
final class MaskedSecrets {
    private static final String PREFIX = "set-";

    private final List<String> secrets;

    /**
     * @param current the configuration that masks in a posted text refer to
     */
    MaskedSecrets(NetworkConfig current) {
        this.secrets = new ArrayList<>(current.trustedBridges().keySet());
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

    /** Number, from 1, of a secret among those of a configuration. */
    static int number(String secret, SortedMap<String, String> bridges) {
        return bridges.headMap(secret).size() + 1;
    }
}
