package net.robustirc.war.boot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Version of the software, as the build wrote it down. */
final class Version {
    private Version() {}

    /** E.g. {@code 0.1.0}. */
    static String read() throws IOException {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }
}
