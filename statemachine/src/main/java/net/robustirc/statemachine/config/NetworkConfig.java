package net.robustirc.statemachine.config;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that hold for the whole network, replicated through the log. Keys and defaults: ours.md,
 * operations.md section 1.
 *
 * @param sessionExpirationNanos idle limit of a session; output is kept as long
 * @param postMessageCooloffNanos ceiling of the delay for a session that posts too fast; 0 is off
 * @param maxSessions 0 is unlimited
 * @param maxChannels 0 is unlimited
 * @param trustedBridges value of {@code X-Bridge-Auth} to the bridge's name
 */
public record NetworkConfig(
        long sessionExpirationNanos,
        long postMessageCooloffNanos,
        long maxSessions,
        long maxChannels,
        SortedMap<String, String> trustedBridges) {

    private static final long MILLI = 1_000_000L;
    private static final long MINUTE = 60_000 * MILLI;

    /**
     * In force until the first configuration is posted, and for every key that is missing in it.
     */
    public static final NetworkConfig DEFAULT =
            new NetworkConfig(30 * MINUTE, 500 * MILLI, 0, 0, new TreeMap<>());

    public NetworkConfig {
        trustedBridges = Collections.unmodifiableSortedMap(new TreeMap<>(trustedBridges));
    }
}
