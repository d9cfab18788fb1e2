package net.robustirc.war.config;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.war.password.StoredPassword;

/** Reads a posted configuration: defaults merged, ranges checked, unknown keys refused by line. */
public final class ConfigParser {
    private static final String PLAIN = " is not hashed; ./robustirc hash-password hashes one";

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
     * @param warnings sentences about what is allowed and unwise
     */
    public record Parsed(NetworkConfig config, String text, List<String> warnings) {}

    private static List<String> warnings(NetworkConfig config) {
        List<String> warnings = new ArrayList<>();
        for (IrcAccounts.Operator operator : config.irc().operators()) {
            if (StoredPassword.of(operator.password()).plain()) {
                warnings.add("the password of operator " + operator.name() + PLAIN);
            }
        }
        for (String password : config.irc().services()) {
            if (StoredPassword.of(password).plain()) {
                warnings.add("a password of services" + PLAIN);
            }
        }
        return warnings;
    }

    /**
     * Parses and checks.
     *
     * @throws ConfigException naming the first line that is wrong
     */
    public Parsed parse(String text) throws ConfigException {
        SecretReader secrets = new SecretReader(masked);
        NetworkConfig config = new ConfigReader(secrets).read(text);
        return new Parsed(
                config, new MaskedText(text, config, secrets.lines()).masked(), warnings(config));
    }
}
