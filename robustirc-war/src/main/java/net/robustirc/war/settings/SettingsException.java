package net.robustirc.war.settings;

/** A setting is missing, unknown or wrong: the operator's to mend. The message is one sentence. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }
}
