package net.robustirc.war.admin;

import static net.robustirc.war.testing.HttpClient.credentials;
import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.KeptConnection;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The private door: denied by default (design D15), http-api.md section 4. */
class AdminDoorTest {
    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/leader",
        "GET,/status",
        "GET,/config",
        "POST,/config",
        "POST,/quit",
        "GET,/metrics",
        "GET,/unknown",
        "GET,/unknown/robustirc/v1/session",
        "GET,/robustirc",
        "POST,/readyz",
        "PUT,/x",
        "DELETE,/x"
    })
    void withoutCredentials_everyRouteIs401(String method, String path) {
        Reply reply = http.send(method, path, "");

        assertThatRefused(reply, 401);
        assertThat(reply.header("www-authenticate")).contains("Basic realm=\"robustirc\"");
        assertThat(node.quit().getCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic",
                "Authorization: Basic !!!",
                "Authorization: Bearer sesame",
                "Authorization: Basic c2VzYW1l",
                "Authorization: Basic cm9vdDpzZXNhbWU="
            })
    void withOddCredentials_itIs401(String header) {
        assertThatRefused(http.send("GET", "/leader", "", header), 401);
    }

    @Test
    void withTheNetworkPassword_itOpens() {
        Reply reply = http.send("GET", "/leader", "", credentials(TestingNode.PASSWORD));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("node.example:60667");
    }

    @Test
    void anUnknownPathWithThePassword_is404() {
        assertThatRefused(http.send("GET", "/unknown", "", credentials(TestingNode.PASSWORD)), 404);
    }

    /** Weak spot 6 of the original: a wrong guess waits, a right one does not. */
    @Test
    void wrongPasswords_wait_andRightOnesDoNot() {
        long wrong = timed("guess", 401);
        long again = timed("guess", 401);
        long right = timed(TestingNode.PASSWORD, 200);

        assertThat(wrong).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(again).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(right).isLessThan(again);
    }

    private long timed(String password, int status) {
        long started = System.nanoTime();
        assertThat(http.send("GET", "/leader", "", credentials(password)).status())
                .isEqualTo(status);
        return System.nanoTime() - started;
    }

    /** Many connections at once gain nothing, and a dropped one does not either. */
    @Test
    void guesses_whileAWrongOneWaits_areRefusedUnheard() {
        String elsewhere = "Test-Peer: 192.0.2.7";
        String right = credentials(TestingNode.PASSWORD);
        for (int i = 0; i < 4; i++) {
            assertThatRefused(
                    http.send("GET", "/leader", "", credentials("guess"), elsewhere), 401);
        }
        try (KeptConnection dropped = http.keep()) {
            dropped.sendOnly("GET /leader", credentials("guess") + "\r\n" + elsewhere + "\r\n");
            await().until(() -> http.send("GET", "/leader", "", right, elsewhere).status() == 429);
        }
        Reply unheard = http.send("GET", "/leader", "", right, elsewhere);
        assertThatRefused(unheard, 429);
        assertThat(unheard.header("retry-after").orElseThrow()).isIn("1", "2");
        assertThat(http.send("GET", "/leader", "", right).status()).isEqualTo(200);
        assertThat(http.send("GET", "/leader", "", right, "Test-Peer: 192.0.2.8").status())
                .isEqualTo(200);
        await().until(() -> http.send("GET", "/leader", "", right, elsewhere).status() == 200);
    }

    /** A browser sends the password that it keeps with whatever a page of another site posts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "Origin: null"
            })
    void changes_sentByAnotherSite_areRefused(String header) {
        String password = credentials(TestingNode.PASSWORD);

        assertThatRefused(http.send("POST", "/quit", "", password, header), 403);
        assertThatRefused(http.send("POST", "/config", "", password, header), 403);
        assertThatRefused(http.send("POST", "/quit", "", header), 401);
        assertThat(http.send("GET", "/leader", "", password, header).status()).isEqualTo(200);
        assertThat(node.quit().getCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: same-origin\r\nOrigin: https://NODE",
                "Sec-Fetch-Site: none"
            })
    void changes_sentByOurOwnPage_areCarriedOut(String headers) throws Exception {
        Reply reply = http.send("POST", "/quit", "", credentials(TestingNode.PASSWORD), headers);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(node.quit().await(5, TimeUnit.SECONDS)).isTrue();
    }

    /** The public door does not ask for a password, so a wrong one does not close it. */
    @Test
    void wrongCredentialsOnThePublicDoor_doNotMatter() {
        assertThat(http.send("POST", "/robustirc/v1/session", "", credentials("guess")).status())
                .isEqualTo(200);
    }

    @Test
    void leader_whileThereIsNone_isEmpty() {
        node.consensus().loseLeader();

        Reply reply = http.send("GET", "/leader", "", credentials(TestingNode.PASSWORD));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void quit_drainsAndEnds() throws Exception {
        Reply reply = http.send("POST", "/quit", "", credentials(TestingNode.PASSWORD));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(node.quit().await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void quit_withDeletestate_isRefused() {
        assertThatRefused(
                http.send("POST", "/quit", "deletestate=yes", credentials(TestingNode.PASSWORD)),
                400);
        assertThatRefused(
                http.send("POST", "/quit?deletestate=yes", "", credentials(TestingNode.PASSWORD)),
                400);
        assertThat(node.quit().getCount()).isEqualTo(1);
    }

    @Test
    void metrics_nameTheOriginalsAndCountPosts() {
        http.session().post("NICK alice");

        String text = http.send("GET", "/metrics", "", credentials(TestingNode.PASSWORD)).body();

        assertThat(text)
                .contains("raft_isleader 1.0", "irc_sessions 1.0", "irc_channels 0.0")
                .contains("http_requests_seconds_count{route=\"post\",status=\"200\"} 1")
                .contains("irc_streams 0.0")
                .contains("jvm_memory_used_bytes");
    }
}
