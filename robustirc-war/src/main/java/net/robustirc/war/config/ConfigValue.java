package net.robustirc.war.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.robustirc.irc.TimeText;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One value of the configuration, to be read as what it should be. */
record ConfigValue(String name, Object value, TomlPosition position) {
    /** What fits into one reply beside its other words. */
    private static final int LONGEST_LINE = 390;

    String text() throws ConfigException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("must be a string");
    }

    /** A text that can stand in a line of IRC. */
    String line() throws ConfigException {
        String text = text();
        if (!isLine(text)) {
            throw wrong("must be one line of at most " + LONGEST_LINE + " bytes");
        }
        return text;
    }

    /** A line that says something. */
    String some() throws ConfigException {
        String text = line();
        if (text.isBlank()) {
            throw wrong("must not be empty");
        }
        return text;
    }

    /** A line without spaces that says something. */
    String word() throws ConfigException {
        String text = some();
        if (text.indexOf(' ') >= 0) {
            throw wrong("must not contain spaces");
        }
        return text;
    }

    /** Lines parted by LF. */
    String lines() throws ConfigException {
        String text = text().replace("\r\n", "\n");
        if (!text.lines().allMatch(ConfigValue::isLine) || text.indexOf('\r') >= 0) {
            throw wrong("must consist of lines of at most " + LONGEST_LINE + " bytes");
        }
        return text;
    }

    private static boolean isLine(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE
                && text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
    }

    TomlTable table() throws ConfigException {
        if (value instanceof TomlTable table) {
            return table;
        }
        throw wrong("must be a table");
    }

    boolean flag() throws ConfigException {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("must be true or false");
    }

    /** The items of an array, with the name of the array. */
    List<ConfigValue> items() throws ConfigException {
        if (!(value instanceof TomlArray array)) {
            throw wrong("must be an array");
        }
        List<ConfigValue> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(new ConfigValue(name, array.get(i), array.inputPositionOf(i)));
        }
        return items;
    }

    /** A whole number between two bounds. */
    long number(long lowest, long highest) throws ConfigException {
        if (value instanceof Long number && number >= lowest && number <= highest) {
            return number;
        }
        throw wrong("must be a whole number from " + lowest + " to " + highest);
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
                            + TimeText.duration(shortest)
                            + " to "
                            + TimeText.duration(longest));
        }
        return nanos.getAsLong();
    }

    ConfigException wrong(String what) {
        return new ConfigException(position, name + " " + what);
    }
}
