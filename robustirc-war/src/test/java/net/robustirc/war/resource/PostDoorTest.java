package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.Outcome.Code;
import net.robustirc.war.testing.DeafClient;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.KeptConnection;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may post where: ours.md section 1, robustsession-client.md rules 2, 3, 31, 33 and 34. */
class PostDoorTest extends PostFixture {
    /** Rule 34: the forwarded address counts only with a trusted bridge's secret. */
    @Test
    void post_throughAnUnknownBridge_hasTheConnectionsAddress() {
        session.postBody(
                "{\"Data\":\"PING x\"}", "X-Forwarded-For: 192.0.2.7:5000", "X-Bridge-Auth: guess");

        assertThat(posted().remoteAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void post_throughATrustedBridge_hasTheForwardedAddress() {
        http.send(
                "POST",
                "/config",
                "[TrustedBridges]\n\"secret\" = \"bridge\"\n",
                HttpClient.credentials(TestingNode.PASSWORD),
                "X-RobustIRC-Config-Revision: 0");

        session.postBody(
                "{\"Data\":\"PING x\"}",
                "X-Forwarded-For: [2001:db8::7]:5000, 10.0.0.1",
                "X-Bridge-Auth: secret");

        assertThat(posted().remoteAddress()).isEqualTo("2001:db8::7");
    }

    @Test
    void post_withoutToken_is404() {
        Reply reply = http.send("POST", session.path() + "/message", "{\"Data\":\"PING x\"}");

        assertThatRefused(reply, 404);
        assertNothingProposed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "0"})
    void post_withAWrongToken_is404(String token) {
        Reply reply =
                http.send(
                        "POST",
                        session.path() + "/message",
                        "{\"Data\":\"PING x\"}",
                        "X-Session-Auth: " + token);

        assertThatRefused(reply, 404);
        assertNothingProposed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "-1", "0x", "0xfffffffffffffffff", "0x1", "12", "%20"})
    void post_toASessionThatCannotBe_is404AtOnce(String id) {
        Reply reply =
                http.send(
                        "POST",
                        "/robustirc/v1/" + id + "/message",
                        "{\"Data\":\"PING x\"}",
                        session.auth());

        assertThatRefused(reply, 404);
        assertNothingProposed();
    }

    /** Go's base-0 syntax: all of these name the same session (http-api.md section 2). */
    @Test
    void post_takesTheSessionIdInEverySyntax() {
        long id = Long.decode(session.id());
        for (String text :
                new String[] {
                    Long.toString(id),
                    "0X" + Long.toHexString(id).toUpperCase(Locale.ROOT),
                    "0" + Long.toOctalString(id),
                    "0o" + Long.toOctalString(id),
                    "0b" + Long.toBinaryString(id)
                }) {
            Reply reply =
                    http.send(
                            "POST",
                            "/robustirc/v1/" + text + "/message",
                            "{\"Data\":\"PING x\"}",
                            session.auth());

            assertThat(reply.status()).as(text).isEqualTo(200);
        }
    }

    /** Rule 2: the very first line may come to another node than the one that created it. */
    @Test
    void post_toASessionNotYetSeenHere_isTaken() {
        node.consensus().lag();
        TestingSession unseen = http.session();

        assertThat(unseen.post("NICK early").status()).isEqualTo(200);
    }

    @Test
    void post_toASessionFromTheFuture_is404ByTheLeader() {
        TestingSession future =
                new TestingSession(
                        http,
                        "0x" + Long.toHexString(Long.decode(session.id()) + 1000),
                        session.token(),
                        "");

        assertThatRefused(future.post("PING x"), 404);
        assertNothingProposed();
    }

    /** Anybody can make such ids up, and each question goes through a majority. */
    @Test
    void requests_forManySessionsFromTheFarFuture_doNotAllAskTheLeader() {
        node.consensus().stayUndecided();
        int before = node.consensus().questions();
        String request = "DELETE /robustirc/v1/0x7fffffffffff0000";
        String headers = "X-Session-Auth: " + session.token() + "\r\nContent-Length: 0\r\n";
        List<KeptConnection> connections =
                Stream.generate(http::keep).limit(20).collect(Collectors.toList());
        connections.forEach(connection -> connection.sendOnly(request, headers));

        await().until(() -> node.consensus().questions() >= before + 8);
        assertThatRefused(
                new TestingSession(http, "0x7fffffffffff0000", session.token(), "").post("PING x"),
                503);
        assertThat(node.consensus().questions()).isEqualTo(before + 8);
        connections.forEach(KeptConnection::close);
    }

    @Test
    void post_toASessionFromTheFutureWithoutALeader_is503() {
        node.consensus().loseLeader();
        TestingSession future = new TestingSession(http, "0x7fffffffffffffff", session.token(), "");

        assertThatRefused(future.post("PING x"), 503);
    }

    @Test
    void post_withoutALeader_is503() {
        node.consensus().loseLeader();

        assertThatRefused(session.post("PING x"), 503);
    }

    /** Rule 3: whatever may pass is 5xx, so that the client tries again with the same id. */
    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "POISONED", "LEVEL_TOO_HIGH"})
    void post_whoseOutcomeMayBeAnotherNextTime_is5xx(Code code) {
        node.consensus().answerNext(Outcome.refused(code, 1, ""));

        assertThat(session.post("PING x").status()).isBetween(500, 599);
    }

    @Test
    void post_toASessionEndedMeanwhile_is404() {
        node.consensus().answerNext(Outcome.refused(Code.NO_SUCH_SESSION, 1, ""));

        assertThatRefused(session.post("PING x"), 404);
    }

    @Test
    void post_onAFollower_namesTheLeaderWithItsAuthority() {
        try (TestingNode follower = TestingNode.following()) {
            TestingSession there = follower.http().session();

            assertThat(there.post("PING x").header("content-location"))
                    .contains("//leader.example:60667" + there.path() + "/message");
        }
    }

    @Test
    void post_onTheLeader_namesNobody() {
        assertThat(session.post("PING x").header("content-location")).isEmpty();
    }

    @Test
    void post_whileDraining_is503() {
        node.node().drain();

        assertThatRefused(session.post("PING x"), 503);
    }

    @Test
    void bodiesTooLargeThatNeverCome_keepNobodyOut() {
        List<KeptConnection> unfinished = new ArrayList<>();
        String path = "POST " + session.path() + "/message";
        try (KeptConnection client = http.keep()) {
            for (int i = 0; i < 40; i++) {
                unfinished.add(http.keep());
                unfinished.get(i).sendOnly(path, "Content-Length: 100000\r\n");
            }
            for (int i = 0; i < 50; i++) {
                String body = "{\"Data\":\"PING x\"}";
                Reply reply = client.send(path, session.auth() + "\r\n", body);
                assertThat(reply.status()).isEqualTo(200);
            }
        } finally {
            unfinished.forEach(KeptConnection::close);
        }
    }

    /** The container has 64 threads: jetty-base/modules/robustirc.mod. */
    @Test
    void bodiesThatNeverCome_doNotKeepOthersOut() {
        List<KeptConnection> unfinished = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                unfinished.add(http.keep());
                unfinished
                        .get(i)
                        .sendOnly("POST " + session.path() + "/message", "Content-Length: 50\r\n");
            }

            assertThat(http.send("GET", "/livez", "").status()).isEqualTo(200);
            assertThat(session.post("PING x").status()).isEqualTo(200);
        } finally {
            unfinished.forEach(KeptConnection::close);
        }
    }

    /** As many of them as there are threads that answer. */
    @Test
    void clientsThatReadNoAnswers_keepNobodyWaiting() throws IOException {
        String create = "POST /robustirc/v1/session";
        try (DeafClient one = http.deaf(create, "Content-Length: 0\r\n");
                DeafClient two = http.deaf(create, "Content-Length: 0\r\n")) {
            assertThat(List.of(one, two)).doesNotContainNull();
            assertThat(session.post("PING x").status()).isEqualTo(200);
        }
    }
}
