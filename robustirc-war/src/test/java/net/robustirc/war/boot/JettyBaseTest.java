package net.robustirc.war.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the JETTY_BASE promises to clients: robustsession-client.md rules 29 and 32. */
class JettyBaseTest {
    private static final Path BASE = Path.of("..", "jetty-base");

    private static List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(BASE.resolve("start.d"))) {
            return files.map(JettyBaseTest::text)
                    .flatMap(String::lines)
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clients close an idle connection after 70 s and must be the ones to do so. */
    @Test
    void idleConnections_outliveTheClientsPatience() throws IOException {
        String timeout =
                lines().stream()
                        .filter(line -> line.startsWith("jetty.ssl.idleTimeout="))
                        .findFirst()
                        .orElseThrow();

        assertThat(Integer.parseInt(timeout.split("=")[1])).isGreaterThanOrEqualTo(75_000);
    }

    /** libcurl selects HTTP/2 where it is offered. */
    @Test
    void http2_isNotOffered() throws IOException {
        assertThat(lines()).noneMatch(line -> line.contains("http2") || line.contains("alpn"));
    }
}
