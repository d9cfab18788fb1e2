package net.robustirc.war.admin;

import static net.robustirc.war.testing.HttpClient.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.Test;

/** {@code GET /status}: http-api.md 4.1. */
class StatusTest {
    private static final String JSON = "Accept: application/json";

    private static Reply status(TestingNode node, String... headers) {
        String[] all = {credentials(TestingNode.PASSWORD), String.join("\r\n", headers)};
        return headers.length == 0
                ? node.http().send("GET", "/status", "", all[0])
                : node.http().send("GET", "/status", "", all);
    }

    @Test
    void json_ofTheLeader_hasTheOriginalsKeys() {
        try (TestingNode node = TestingNode.start()) {
            Reply reply = status(node, JSON);

            assertThat(reply.header("content-type")).contains("application/json");
            assertThat(reply.body())
                    .matches(
                            "\\{\"State\":\"Leader\",\"Leader\":\"node.example:60667\","
                                    + "\"Peers\":\\[\"node.example:60667\",\"leader.example:60667\"],"
                                    + "\"AppliedIndex\":17,\"CommitIndex\":18,"
                                    + "\"LastContact\":\"0001-01-01T00:00:00Z\","
                                    + "\"ExecutableHash\":\"00112233445566778899aabbccddeeff\","
                                    + "\"CurrentTime\":\"[0-9T:.-]+Z\"}\n");
        }
    }

    @Test
    void json_ofAFollower_saysWhenItHeardOfTheLeader() {
        try (TestingNode node = TestingNode.following()) {
            String body = status(node, JSON).body();

            assertThat(body).contains("\"State\":\"Follower\"");
            Duration ago = Duration.between(time(body, "LastContact"), time(body, "CurrentTime"));
            assertThat(ago).isBetween(Duration.ofMillis(30), Duration.ofMillis(500));
        }
    }

    private static Instant time(String json, String key) {
        Matcher value = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(json);
        assertThat(value.find()).isTrue();
        return Instant.parse(value.group(1));
    }

    @Test
    void otherwise_itIsText() {
        try (TestingNode node = TestingNode.start()) {
            assertThat(status(node).body())
                    .contains("network: testing.net", "version: 1.2.3", "state: Leader");
        }
    }
}
