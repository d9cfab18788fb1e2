package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import net.robustirc.statemachine.entry.Command.CreateSession;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.Outcome.Code;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating sessions: http-api.md 3.2, robustsession-client.md rules 1, 3, 4, 5, 7, 35. */
class CreateTest {
    private static final String PATH = "/robustirc/v1/session";

    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void create_answersIdTokenAndPrefix() {
        Reply reply = http.send("POST", PATH, "", "X-Session-Auth: ");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).contains("application/json");
        assertThat(reply.body())
                .matches(
                        "\\{\"Sessionid\":\"0x[0-9a-f]+\",\"Sessionauth\":\"[0-9a-f]{256}\","
                                + "\"Prefix\":\"testing.net\"}\n");
    }

    @Test
    void create_replicatesTheTokensHashOnly() throws Exception {
        TestingSession session = http.session();

        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(session.token().getBytes("US-ASCII"));
        assertThat(node.consensus().last(CreateSession.class).token())
                .isEqualTo(new TokenHash(sha256));
    }

    @Test
    void create_neverGivesATokenTwice() {
        assertThat(http.session().token()).isNotEqualTo(http.session().token());
    }

    /** What libcurl sends without a body configured: it would read the user's terminal (rule 7). */
    @Test
    void create_withABodyThatNeverComes_isAnsweredAtOnceAndClosed() {
        Reply reply =
                http.raw(
                        "POST " + PATH,
                        "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n",
                        new byte[0]);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.interim()).isFalse();
        assertThat(reply.header("connection")).contains("close");
    }

    @Test
    void create_withABodyThatNeverEnds_isAnsweredAtOnceAndClosed() {
        Reply reply =
                http.raw(
                        "POST " + PATH,
                        "Transfer-Encoding: chunked\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n",
                        "400\r\nabc".getBytes());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("connection")).contains("close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Length: 0\r\n",
                "Content-Length: 0\r\nContent-Type: text/plain\r\n",
                "Content-Length: 0\r\nContent-Type: ;;/nonsense\r\nAccept: ;;q=x\r\n",
                "Content-Length: 0\r\nAccept: image/png\r\nAccept-Encoding: gzip\r\n",
                "Content-Length: 3\r\nContent-Type: application/json\r\n"
            })
    void create_withAnyHeaders_succeeds(String headers) {
        String body = headers.contains("3") ? "{}x" : "";

        assertThat(http.raw("POST " + PATH, headers, body.getBytes()).status()).isEqualTo(200);
    }

    @Test
    void create_withoutALeader_is503() {
        node.consensus().loseLeader();

        assertThatRefused(http.send("POST", PATH, ""), 503);
    }

    @Test
    void create_beyondMaxSessions_is429() {
        node.consensus()
                .answerNext(
                        Outcome.refused(Code.TOO_MANY_SESSIONS, 0, "MaxSessions limit reached"));

        Reply reply = http.send("POST", PATH, "");

        assertThatRefused(reply, 429);
        assertThat(reply.body()).isEqualTo("MaxSessions limit reached\n");
    }
}
