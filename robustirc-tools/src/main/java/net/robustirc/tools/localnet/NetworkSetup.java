package net.robustirc.tools.localnet;

import java.io.IOException;
import java.nio.file.Files;
import net.robustirc.tools.ToolException;

/**
 * The network configuration of the first start.
 *
 * @param toml as posted
 */
record NetworkSetup(String toml) {
    /** Load and tests are not to be throttled. */
    static final NetworkSetup STANDARD =
            new NetworkSetup(
                    """
                    PostMessageCooloff = "0"
                    SessionExpiration = "30m"
                    """);

    static NetworkSetup of(LocalnetSettings settings) {
        if (settings.config().isEmpty()) {
            return STANDARD;
        }
        try {
            return new NetworkSetup(Files.readString(settings.config().get()));
        } catch (IOException e) {
            throw new ToolException(
                    "The network configuration " + settings.config().get() + " cannot be read.", e);
        }
    }
}
