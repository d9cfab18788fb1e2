package net.robustirc.war.config;

import java.util.OptionalLong;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One value of the configuration, to be read as what it should be. */
record ConfigValue(String name, Object value, TomlPosition position) {

    String text() throws ConfigException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("must be a string");
    }

    TomlTable table() throws ConfigException {
        if (value instanceof TomlTable table) {
            return table;
        }
        throw wrong("must be a table");
    }

    /** A whole number from 0. */
    long number(long highest) throws ConfigException {
        if (value instanceof Long number && number >= 0 && number <= highest) {
            return number;
        }
        throw wrong("must be a whole number from 0 to " + highest);
    }

    /** Nanoseconds between two bounds. */
    long duration(long shortest, long longest) throws ConfigException {
        OptionalLong nanos = GoDuration.parse(text());
        if (nanos.isEmpty()) {
            throw wrong("must be a duration such as \"30m\" or \"500ms\"");
        }
        if (nanos.getAsLong() < shortest || nanos.getAsLong() > longest) {
            throw wrong(
                    "must be from "
                            + GoDuration.format(shortest)
                            + " to "
                            + GoDuration.format(longest));
        }
        return nanos.getAsLong();
    }

    private ConfigException wrong(String what) {
        return new ConfigException(position, name + " " + what);
    }
}
