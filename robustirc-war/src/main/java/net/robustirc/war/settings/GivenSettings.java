package net.robustirc.war.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was given, from three places. A system property goes before the environment, and that before
 * an init parameter: the nearer to the command line, the stronger.
 */
public final class GivenSettings {
    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    /** Value and the place it came from. */
    private record Given(String value, String place) {}

    private GivenSettings() {}

    /**
     * Collects the settings and refuses unknown names in each of the three places.
     *
     * @throws SettingsException naming the unknown one and what may have been meant
     */
    public static GivenSettings collect(
            Map<String, String> initParameters,
            Map<String, String> systemProperties,
            Map<String, String> environment) {
        GivenSettings settings = new GivenSettings();
        settings.add("init parameter", initParameters, byKey());
        settings.add("environment", environment, byVariable());
        settings.add("system property", systemProperties, byKey());
        return settings;
    }

    private static Map<String, Setting> byKey() {
        Map<String, Setting> names = new TreeMap<>();
        Stream.of(Setting.values()).forEach(setting -> names.put(setting.key(), setting));
        return names;
    }

    private static Map<String, Setting> byVariable() {
        Map<String, Setting> names = new TreeMap<>();
        Stream.of(Setting.values()).forEach(setting -> names.put(setting.variable(), setting));
        return names;
    }

    private void add(String place, Map<String, String> values, Map<String, Setting> names) {
        new TreeMap<>(values)
                .forEach(
                        (name, value) -> {
                            Setting setting = names.get(name);
                            if (setting != null) {
                                given.put(setting, new Given(value.strip(), place));
                            } else if (ours(name)) {
                                throw new SettingsException(unknown(name, place, names));
                            }
                        });
    }

    private static boolean ours(String name) {
        return name.startsWith(Setting.KEY_PREFIX) || name.startsWith(Setting.VARIABLE_PREFIX);
    }

    private static String unknown(String name, String place, Map<String, Setting> names) {
        return "Unknown setting " + name + " (" + place + ")" + Spelling.hint(name, names.keySet());
    }

    /** The value given, or the default. */
    String value(Setting setting) {
        Given found = given.get(setting);
        if (found != null && !found.value().isEmpty()) {
            return found.value();
        }
        return setting.fallback()
                .orElseThrow(
                        () ->
                                new SettingsException(
                                        "The setting "
                                                + setting.key()
                                                + " (or "
                                                + setting.variable()
                                                + ") is missing"));
    }

    /** One line for each setting, for the log at start; secrets are masked. */
    public List<String> lines() {
        return Stream.of(Setting.values()).map(this::line).toList();
    }

    private String line(Setting setting) {
        Given found = given.get(setting);
        String value = found == null ? setting.fallback().orElse("") : found.value();
        String shown = value.isEmpty() ? "(not set)" : setting.secret() ? "(set)" : value;
        return setting.key() + " = " + shown + (found == null ? "" : " from " + found.place());
    }
}
