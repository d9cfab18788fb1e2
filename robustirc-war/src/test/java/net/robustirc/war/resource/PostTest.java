package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.robustirc.war.testing.KeptConnection;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.StreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a post may look like, and its answer: http-api.md 3.3, robustsession-client.md section 2.3.
 */
class PostTest extends PostFixture {
    @Test
    void post_isAnsweredWithExactly200AndNoBody() {
        Reply reply = session.postBody("{\"Data\":\"NICK alice\",\"ClientMessageId\":7}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(posted().line()).isEqualTo("NICK alice");
        assertThat(posted().clientMessageId()).isEqualTo(7);
    }

    /** Rule 9: about half of the Go client's ids are beyond a signed long. */
    @Test
    void post_withAnIdOverTwoToThe63_isTakenAsUnsigned() {
        session.postBody("{\"Data\":\"PING x\",\"ClientMessageId\":15667069677025887043}");

        assertThat(Long.toUnsignedString(posted().clientMessageId()))
                .isEqualTo("15667069677025887043");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":\"PING x\"}",
                "{\"DATA\":\"PING x\",\"clientmessageid\":0}",
                "{\"Other\":{\"a\":[1,{}]},\"Data\":\"PING x\"}",
                " {\"Data\":\"PING x\"} trailing { nonsense",
                "{\"Data\":\"PING x\"}{\"Data\":\"PING y\"}",
                "{\"ClientMessageId\":null,\"Data\":\"PING x\"}"
            })
    void post_readsTheFirstObjectWithNamesInAnyCase(String body) {
        assertThat(session.postBody(body).status()).isEqualTo(200);
        assertThat(posted().line()).isEqualTo("PING x");
        assertThat(posted().clientMessageId()).isZero();
    }

    @Test
    void post_withInvalidUtf8_replacesIt() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"Data\":\"PRIVMSG #c :h".getBytes(StandardCharsets.UTF_8));
        body.write(0xE4);
        body.writeBytes("llo\"}".getBytes(StandardCharsets.UTF_8));

        Reply reply =
                http.sendBytes(
                        "POST", session.path() + "/message", body.toByteArray(), session.auth());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(posted().line()).isEqualTo("PRIVMSG #c :h\uFFFDllo");
    }

    @Test
    void post_withALoneSurrogate_replacesIt() {
        session.postBody("{\"Data\":\"PING \\ud800x\"}");

        assertThat(posted().line()).isEqualTo("PING \uFFFDx");
    }

    /** Rule 12: cut at the first line end, NUL dropped; seen in what the network answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING abc\\r\\n",
                "PING abc\\n",
                "PING abc\\rQUIT",
                "PING abc\\nQUIT",
                "PING a\\u0000bc"
            })
    void post_withLineEndsOrNul_isAppliedAsOneLine(String data) {
        try (StreamReader stream = session.stream("0.0")) {
            assertThat(session.post(data).status()).isEqualTo(200);
            assertThat(stream.nextLine())
                    .contains("\"Data\":\":testing.net PONG testing.net abc\"");
        }
    }

    /** Rule 10: the worst case of a real client is about 3,050 bytes. */
    @Test
    void post_ofALineOfEscapes_fits() {
        String data = "PRIVMSG #c :" + "\\u003c".repeat(498);

        assertThat(session.post(data).status()).isEqualTo(200);
        assertThat(posted().line()).hasSize(510);
    }

    @Test
    void post_ofABodyAtTheLimit_isTaken_andOneByteMoreIs413() {
        String frame = "{\"Data\":\"\"}";
        String fits = "{\"Data\":\"" + "x".repeat(8192 - frame.length()) + "\"}";

        assertThat(session.postBody(fits).status()).isEqualTo(200);
        assertThatRefused(session.postBody(fits + " "), 413);
    }

    @Test
    void post_of100KiB_is413AndNothingIsProposed() {
        Reply reply = session.post("x".repeat(100 * 1024));

        assertThatRefused(reply, 413);
        assertThat(reply.header("connection")).contains("close");
        assertNothingProposed();
    }

    /** A connection closed on a body still being sent is reset, and the answer lost with it. */
    @ParameterizedTest
    @ValueSource(ints = {8193, 100 << 10, 1 << 20})
    void post_ofMoreThanTheLimit_isAnsweredOnceItHasAllCome(int size) {
        String path = "POST " + session.path() + "/message";
        String body = "x".repeat(size);
        for (int i = 0; i < 50; i++) {
            try (KeptConnection connection = http.keep()) {
                Reply reply = connection.send(path, session.auth() + "\r\n", body);

                assertThatRefused(reply, 413);
            }
        }
    }

    /** Other sessions of the same bridge use the connection, too. */
    @Test
    void post_thatIsRefused_leavesTheConnectionUsable() {
        try (KeptConnection connection = http.keep()) {
            String path = "POST " + session.path() + "/message";
            String body = "{\"Data\":\"PING x\"}";
            assertThat(connection.send(path, "X-Session-Auth: wrong\r\n", body).status())
                    .isEqualTo(404);
            assertThat(connection.send(path, session.auth() + "\r\n", "nonsense").status())
                    .isEqualTo(400);
            assertThat(connection.send(path, session.auth() + "\r\n", body).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void post_ofAChunkedBodyOverTheLimit_is413() {
        byte[] body = ("2400\r\n" + "x".repeat(0x2400) + "\r\n0\r\n\r\n").getBytes();

        Reply reply =
                http.raw(
                        "POST " + session.path() + "/message",
                        session.auth() + "\r\nTransfer-Encoding: chunked\r\n",
                        body);

        assertThatRefused(reply, 413);
        assertNothingProposed();
    }

    /** Rule 5: none of these may be 415, 406, 411 or 417. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=utf-8",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: ;;nonsense",
                "Accept: application/json",
                "Accept: image/png",
                "Expect: 100-continue"
            })
    void post_withAnyHeaders_isTaken(String header) {
        String body = "{\"Data\":\"PING x\"}";

        Reply reply =
                http.raw(
                        "POST " + session.path() + "/message",
                        session.auth() + "\r\nContent-Length: 17\r\n" + header + "\r\n",
                        body.getBytes());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(posted().line()).isEqualTo("PING x");
    }

    @Test
    void post_withoutContentLength_isTaken() {
        Reply reply =
                http.raw(
                        "POST " + session.path() + "/message",
                        session.auth() + "\r\nTransfer-Encoding: chunked\r\n",
                        "11\r\n{\"Data\":\"PING x\"}\r\n0\r\n\r\n".getBytes());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(posted().line()).isEqualTo("PING x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|JSON",
                "{|JSON",
                "{\"Data\":|JSON",
                "{\"Data\":\"x|JSON",
                "nonsense|JSON",
                "[]|JSON object",
                "\"PING x\"|JSON object",
                "17|JSON object",
                "{\"Data\":17}|Data",
                "{\"Data\":{}}|Data",
                "{\"Data\":\"x\",\"ClientMessageId\":-1}|ClientMessageId",
                "{\"Data\":\"x\",\"ClientMessageId\":1.5}|ClientMessageId",
                "{\"Data\":\"x\",\"ClientMessageId\":1e3}|ClientMessageId",
                "{\"Data\":\"x\",\"ClientMessageId\":\"1\"}|ClientMessageId",
                "{\"Data\":\"x\",\"ClientMessageId\":18446744073709551616}|ClientMessageId"
            })
    void post_ofABadBody_is400NamingWhatIsWrong(String body, String named) {
        Reply reply = session.postBody(body);

        assertThatRefused(reply, 400);
        assertThat(reply.body()).contains(named);
        assertNothingProposed();
    }

    @Test
    void post_withAnIdPostedBefore_isAcknowledgedButAppliedOnce() {
        try (StreamReader stream = session.stream("0.0")) {
            String body = "{\"Data\":\"PING first\",\"ClientMessageId\":5}";
            assertThat(session.postBody(body).status()).isEqualTo(200);
            assertThat(session.postBody(body).status()).isEqualTo(200);
            session.post("PING second");

            assertThat(stream.nextLine()).contains("first");
            assertThat(stream.nextLine()).contains("second");
        }
    }

    /** Rule 14: an id that is 0 or absent is no id. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"Data\":\"PING x\"}", "{\"Data\":\"PING x\",\"ClientMessageId\":0}"})
    void post_withoutAnId_isAppliedEachTime(String body) {
        try (StreamReader stream = session.stream("0.0")) {
            session.postBody(body);
            session.postBody(body);

            assertThat(stream.nextLine()).contains("PONG");
            assertThat(stream.nextLine()).contains("PONG");
        }
    }

    /** Rule 16: some clients never DELETE. */
    @Test
    void post_ofQuit_endsTheSessionAndItsStream() {
        try (StreamReader stream = session.stream("0.0")) {
            assertThat(session.post("QUIT :bye").status()).isEqualTo(200);

            assertThat(stream.lastLine()).contains("ERROR :Closing Link");
            assertThatRefused(session.post("PING x"), 404);
        }
    }

    /** Rule 17, also before registration. */
    @Test
    void post_ofKeepalive_isAnsweredAsTheBridgeExpects() {
        try (StreamReader stream = session.stream("0.0")) {
            session.post("PING keepalive");

            assertThat(stream.nextLine())
                    .containsPattern("\"Data\":\":" + session.prefix() + " PONG :?keepalive\"");
        }
    }

    /** Rule 18. */
    @Test
    void post_ofARegistration_isWelcomedByThePrefix() {
        session.registered("alice");

        try (StreamReader stream = session.stream("0.0")) {
            assertThat(stream.nextLine())
                    .contains("\"Data\":\":" + session.prefix() + " 001 alice ");
        }
    }
}
