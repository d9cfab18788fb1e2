package net.robustirc.war.boot;

import static net.robustirc.war.testing.HttpClient.credentials;
import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.StreamReader;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites: http-api.md 3.0, and the Fetch standard's CORS protocol. */
class WebOriginsTest {
    private static final String ORIGIN = "Origin: https://chat.example";
    private static final String ASKS = "Access-Control-Request-Method: POST";
    private static final Map<String, String> ALLOWED =
            Map.of(
                    "access-control-allow-origin", "https://chat.example",
                    "access-control-allow-methods", "GET, POST, DELETE",
                    "access-control-allow-headers", "X-Session-Auth, Accept, Content-Type",
                    "access-control-expose-headers", "Content-Location, Retry-After",
                    "access-control-max-age", "86400",
                    "vary", "Origin");

    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();

    @BeforeEach
    void configure() {
        String config =
                """
                [WhitelistedOrigins]
                "https://chat.example" = true
                "https://former.example" = false
                """;
        Reply reply =
                http.send(
                        "POST",
                        "/config",
                        config,
                        credentials(TestingNode.PASSWORD),
                        "X-RobustIRC-Config-Revision: 0");
        assertThat(reply.status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private static Map<String, String> told(Reply reply) {
        return reply.headers().entrySet().stream()
                .filter(header -> header.getKey().matches("access-control-.*|vary"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void create_post_andDelete_tellThatThePageMay() {
        Reply created = http.send("POST", "/robustirc/v1/session", "", ORIGIN);
        assertThat(created.status()).isEqualTo(200);
        assertThat(told(created)).isEqualTo(ALLOWED);

        TestingSession session = http.session();
        Reply posted = session.postBody("{\"Data\":\"PING x\"}", ORIGIN);
        assertThat(posted.status()).isEqualTo(200);
        assertThat(told(posted)).isEqualTo(ALLOWED);

        Reply deleted = http.send("DELETE", session.path(), "{}", session.auth(), ORIGIN);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(told(deleted)).isEqualTo(ALLOWED);
    }

    @Test
    void aStream_tellsItInItsHead() {
        TestingSession session = http.session().registered("alice");
        String path = session.path() + "/messages?lastseen=0.0";
        try (StreamReader stream = http.stream(path, session.auth(), ORIGIN)) {
            assertThat(stream.head().status()).isEqualTo(200);
            assertThat(told(stream.head())).isEqualTo(ALLOWED);
            assertThat(stream.nextLine()).contains(" 001 alice ");
        }
    }

    /** Else a page could not tell why. */
    @Test
    void aRefusal_tellsIt() {
        Reply refused =
                http.send("POST", "/robustirc/v1/0x1/message", "{}", "X-Session-Auth: x", ORIGIN);

        assertThatRefused(refused, 404);
        assertThat(told(refused)).isEqualTo(ALLOWED);
    }

    /** Wrong credentials put a request off, to a second dispatch. */
    @Test
    void anAnswerThatHadToWait_tellsItToo() {
        Reply created =
                http.send("POST", "/robustirc/v1/session", "", ORIGIN, credentials("wrong"));

        assertThat(created.status()).isEqualTo(200);
        assertThat(told(created)).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "0x1", "0x1/message", "0x1/messages?lastseen=0.0"})
    void aPreflight_is204(String path) {
        Reply reply = http.raw("OPTIONS /robustirc/v1/" + path, lines(ORIGIN, ASKS), new byte[0]);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(told(reply)).isEqualTo(ALLOWED);
    }

    @Test
    void options_thatAreNoPreflight_are404() {
        assertThatRefused(http.send("OPTIONS", "/robustirc/v1/session", "", ORIGIN), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://former.example",
                "https://other.example",
                "https://chat.example.evil.example",
                "https://chat.example:8443",
                "http://chat.example",
                "https://CHAT.example",
                "https://chat.example, https://other.example",
                "null",
                "*",
                ""
            })
    void anotherOrigin_isToldNothing(String other) {
        String origin = "Origin: " + other;

        Reply created = http.send("POST", "/robustirc/v1/session", "", origin);
        assertThat(created.status()).isEqualTo(200);
        assertThat(told(created)).isEmpty();

        Reply asked = http.raw("OPTIONS /robustirc/v1/session", lines(origin, ASKS), new byte[0]);
        assertThatRefused(asked, 404);
        assertThat(told(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/config",
                "/status",
                "/quit",
                "/metrics",
                "/livez",
                "/robustirc/v1/",
                "/robustirc/v1/0x1/messages/more",
                "/other/robustirc/v1/session"
            })
    void otherRoutes_tellNothing(String path) {
        Reply got = http.send("GET", path, "", ORIGIN, credentials(TestingNode.PASSWORD));
        assertThat(told(got)).isEmpty();

        Reply asked = http.raw("OPTIONS " + path, lines(ORIGIN, ASKS), new byte[0]);
        assertThat(asked.status()).isBetween(400, 499);
        assertThat(told(asked)).isEmpty();
    }

    @Test
    void withoutAnOrigin_nothingIsTold() {
        assertThat(told(http.send("POST", "/robustirc/v1/session", ""))).isEmpty();
    }

    private static String lines(String... headers) {
        return String.join("\r\n", headers) + "\r\n";
    }
}
