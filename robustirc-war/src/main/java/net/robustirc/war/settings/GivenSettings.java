package net.robustirc.war.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was given, from three places. A system property goes before the environment, and that before
 * an init parameter: the nearer to the command line, the stronger. An empty value is none.
 */
public final class GivenSettings {
    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    /** Value and the place it came from. */
    private record Given(String value, String place) {}

    /** A place, with what it calls a setting. */
    private record Place(
            String name, Map<String, String> values, Function<Setting, String> naming) {
        Optional<Given> find(Setting setting) {
            return Optional.ofNullable(values.get(naming.apply(setting)))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(value -> new Given(value, name));
        }

        void refuseUnknown() {
            Map<String, Setting> names = new TreeMap<>();
            Stream.of(Setting.values()).forEach(s -> names.put(naming.apply(s), s));
            new TreeMap<>(values)
                    .keySet().stream()
                            .filter(key -> ours(key) && !names.containsKey(key))
                            .findFirst()
                            .ifPresent(
                                    key -> {
                                        throw new SettingsException(unknown(key, name, names));
                                    });
        }
    }

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
        List<Place> places = places(initParameters, systemProperties, environment);
        places.forEach(Place::refuseUnknown);
        GivenSettings settings = new GivenSettings();
        for (Setting setting : Setting.values()) {
            find(setting, places).ifPresent(found -> settings.given.put(setting, found));
        }
        return settings;
    }

    /** One setting's value, if it is given, whatever is wrong with the others. */
    public static Optional<String> single(
            Setting setting,
            Map<String, String> initParameters,
            Map<String, String> systemProperties,
            Map<String, String> environment) {
        return find(setting, places(initParameters, systemProperties, environment))
                .map(Given::value);
    }

    /** The strongest first. */
    private static List<Place> places(
            Map<String, String> initParameters,
            Map<String, String> systemProperties,
            Map<String, String> environment) {
        return List.of(
                new Place("system property", systemProperties, Setting::key),
                new Place("environment", environment, Setting::variable),
                new Place("init parameter", initParameters, Setting::key));
    }

    private static Optional<Given> find(Setting setting, List<Place> places) {
        return places.stream().flatMap(place -> place.find(setting).stream()).findFirst();
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
        if (found != null) {
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
