package net.robustirc.war.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.war.settings.Spelling;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One table of the configuration, with the keys that it may have; in any case, as the original. */
final class ConfigTable {
    private final String name;
    private final TomlTable table;
    private final TomlPosition begin;
    private final SortedMap<String, String> written = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * A table all of whose keys are known.
     *
     * @param name of the table; empty at the top
     * @param begin where it is; null at the top
     * @throws ConfigException if one of its keys is unknown, with its line, or is there twice
     */
    ConfigTable(String name, TomlTable table, TomlPosition begin, List<String> known)
            throws ConfigException {
        this.name = name;
        this.table = table;
        this.begin = begin;
        for (String key : table.keySet()) {
            if (known.stream().noneMatch(key::equalsIgnoreCase)) {
                String where = name.isEmpty() ? "the configuration" : name;
                String hint = Spelling.hint(key, known);
                throw new ConfigException(position(key), key + " is not a key of " + where + hint);
            }
            if (written.put(key, key) != null) {
                throw new ConfigException(position(key), key + " is there twice");
            }
        }
    }

    private TomlPosition position(String key) {
        return table.inputPositionOf(List.of(key));
    }

    /** The value of a key, if it is there. */
    Optional<ConfigValue> find(String key) {
        return Optional.ofNullable(written.get(key))
                .map(
                        as ->
                                new ConfigValue(
                                        name.isEmpty() ? key : name + "." + key,
                                        table.get(List.of(as)),
                                        position(as)));
    }

    /** The value of a key that must be there. */
    ConfigValue get(String key) throws ConfigException {
        Optional<ConfigValue> value = find(key);
        if (value.isEmpty()) {
            TomlPosition first = table.isEmpty() ? begin : position(written.firstKey());
            throw new ConfigException(first, name + " has no " + key);
        }
        return value.get();
    }

    /** A short text of one line; empty if the key is not there. */
    String line(String key) throws ConfigException {
        Optional<ConfigValue> value = find(key);
        return value.isEmpty() ? "" : value.get().line();
    }

    boolean flag(String key) throws ConfigException {
        Optional<ConfigValue> value = find(key);
        return value.isPresent() && value.get().flag();
    }

    /** A table below this one; none if the key is not there. */
    Optional<ConfigTable> table(String key, List<String> known) throws ConfigException {
        Optional<ConfigValue> value = find(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(table(value.get(), known));
    }

    private static ConfigTable table(ConfigValue value, List<String> known) throws ConfigException {
        return new ConfigTable(value.name(), value.table(), value.position(), known);
    }

    /** The tables of an array; none if the key is not there. */
    List<ConfigTable> tables(String key, List<String> known) throws ConfigException {
        List<ConfigTable> tables = new ArrayList<>();
        Optional<ConfigValue> value = find(key);
        if (value.isPresent()) {
            for (ConfigValue item : value.get().items()) {
                tables.add(table(item, known));
            }
        }
        return tables;
    }

    /** The values of a table whose keys may be anything, by key; none if it is not there. */
    SortedMap<String, ConfigValue> entries(String key) throws ConfigException {
        SortedMap<String, ConfigValue> entries = new TreeMap<>();
        Optional<ConfigValue> value = find(key);
        if (value.isPresent()) {
            TomlTable inner = value.get().table();
            for (String entry : inner.keySet()) {
                TomlPosition at = inner.inputPositionOf(List.of(entry));
                Object content = inner.get(List.of(entry));
                entries.put(entry, new ConfigValue("a value in " + key, content, at));
            }
        }
        return entries;
    }
}
