package net.robustirc.war.config;

import net.robustirc.statemachine.config.NetworkConfig;

/** Reads a posted configuration: defaults merged, ranges checked, unknown keys refused by line. */
public final class ConfigParser {
    private final MaskedSecrets masked;

    /**
     * @param current the configuration in force, for secrets that the text only mentions by mask
     */
    public ConfigParser(NetworkConfig current) {
        this.masked = new MaskedSecrets(current);
    }

    /**
     * A configuration that is fit to be proposed.
     *
     * @param text as posted, with secrets masked
     */
    public record Parsed(NetworkConfig config, String text) {}

    /**
     * Parses and checks.
     *
     * @throws ConfigException naming the first line that is wrong
     */
    public Parsed parse(String text) throws ConfigException {
        SecretReader secrets = new SecretReader(masked);
        NetworkConfig config = new ConfigReader(secrets).read(text);
        return new Parsed(config, new MaskedText(text, config, secrets.lines()).masked());
    }
}
