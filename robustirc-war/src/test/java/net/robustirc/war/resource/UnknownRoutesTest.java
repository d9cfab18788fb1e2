package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not there: 404, never 405, never a redirect (http-api.md section 1). */
class UnknownRoutesTest {
    private static final TestingNode NODE = TestingNode.start();

    private final HttpClient http = NODE.http();

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/robustirc/v1",
        "GET,/robustirc/v1/",
        "GET,/robustirc/v1/session",
        "PUT,/robustirc/v1/session",
        "OPTIONS,/robustirc/v1/session",
        "PATCH,/robustirc/v1/0x1/message",
        "GET,/robustirc/v1/0x1/message",
        "POST,/robustirc/v1/0x1/messages",
        "GET,/robustirc/v1/0x1",
        "GET,/robustirc/v1/0x1/messages/more"
    })
    void anUnknownRoute_is404(String method, String path) {
        Reply reply = http.send(method, path, "");

        assertThatRefused(reply, 404);
        assertThat(reply.body()).isEqualTo("Not found\n");
    }

    @Test
    void head_is404() {
        assertThat(http.head("/livez").status()).isEqualTo(404);
    }
}
