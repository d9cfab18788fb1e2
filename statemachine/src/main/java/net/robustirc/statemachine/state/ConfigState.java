package net.robustirc.statemachine.state;

import net.robustirc.statemachine.config.NetworkConfig;

/**
 * The configuration in force.
 *
 * @param revision 0 until the first was posted
 * @param text as it was posted, TOML; empty until then
 */
public record ConfigState(long revision, NetworkConfig config, String text) {
    public static final ConfigState START = new ConfigState(0, NetworkConfig.DEFAULT, "");
}
