package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.Command.DeleteSession;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.StreamReader;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ending sessions: http-api.md 3.4, ours.md section 1. */
class DeleteTest {
    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();
    private final TestingSession session = http.session();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void delete_endsTheSessionWithItsText() {
        assertThat(session.delete("{\"Quitmessage\":\"my quit msg\"}").status()).isEqualTo(200);

        DeleteSession delete = node.consensus().last(DeleteSession.class);
        assertThat(delete.quitText()).isEqualTo("my quit msg");
        assertThat(delete.byServer()).isFalse();
        assertThatRefused(session.post("PING x"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[1]", "{\"Quitmessage\":5}", "{}"})
    void delete_withABadBody_endsTheSessionWithoutText(String body) {
        assertThat(session.delete(body).status()).isEqualTo(200);

        assertThat(node.consensus().last(DeleteSession.class).quitText()).isEmpty();
    }

    @Test
    void delete_withoutAnyBody_succeeds() {
        Reply reply = http.raw("DELETE " + session.path(), session.auth() + "\r\n", new byte[0]);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void delete_ofAnEndedSession_is404() {
        session.delete("");

        assertThatRefused(session.delete(""), 404);
    }

    @Test
    void delete_ofASessionNotYetSeenHere_succeeds() {
        node.consensus().lag();
        TestingSession unseen = http.session();

        assertThat(unseen.delete("").status()).isEqualTo(200);
    }

    @Test
    void delete_withAWrongToken_is404AndNothingIsProposed() {
        Reply reply = http.send("DELETE", session.path(), "", "X-Session-Auth: wrong");

        assertThatRefused(reply, 404);
        assertThat(node.consensus().submitted()).noneMatch(DeleteSession.class::isInstance);
    }

    @Test
    void delete_withoutALeader_is503() {
        node.consensus().loseLeader();

        assertThatRefused(session.delete(""), 503);
    }

    /** Rule 26: an old client lets its user go only when the stream ends. */
    @Test
    void delete_endsTheStreamAtOnce() {
        session.registered("alice");

        try (StreamReader stream = session.stream("0.0")) {
            session.delete("{\"Quitmessage\":\"bye\"}");

            assertThat(stream.lastLine()).contains("ERROR :Closing Link").contains("bye");
        }
    }
}
