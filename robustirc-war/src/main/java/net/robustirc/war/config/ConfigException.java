package net.robustirc.war.config;

import org.tomlj.TomlPosition;

/** A configuration is not acceptable; the message names the line. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(TomlPosition position, String message) {
        super(position == null ? message : "line " + position.line() + ": " + message);
    }
}
