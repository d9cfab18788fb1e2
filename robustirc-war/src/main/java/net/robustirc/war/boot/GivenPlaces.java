package net.robustirc.war.boot;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import net.robustirc.war.settings.GivenSettings;
import net.robustirc.war.settings.Setting;

/** Where settings come from in a web application. */
final class GivenPlaces {
    private GivenPlaces() {}

    static GivenSettings collect(ServletContext context) {
        return GivenSettings.collect(initParameters(context), systemProperties(), System.getenv());
    }

    private static Map<String, String> initParameters(ServletContext context) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            parameters.put(name, context.getInitParameter(name));
        }
        return parameters;
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name));
        }
        return properties;
    }

    /** Whether the process is ours to end: needed even where the settings cannot be read. */
    static boolean ownsProcess(ServletContext context) {
        return GivenSettings.single(
                        Setting.PROCESS_EXIT,
                        initParameters(context),
                        systemProperties(),
                        System.getenv())
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
