package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input gets the status of ours.md section 1 and one sentence; what real clients send is taken.
 */
class BadInputIT {
    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir, 25_600);
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    /** Runs a request against each node, so that leader and followers answer alike. */
    private interface OnNode {
        HttpResponse<String> at(String node) throws Exception;
    }

    private static void refused(int status, OnNode request) throws Exception {
        for (String node : network.urls()) {
            HttpResponse<String> response = request.at(node);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.body()).endsWith("\n").hasLineCount(1);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "x",
                "\"PING\"",
                "{\"Data\":1}",
                "{\"Data\":\"PING a\",\"ClientMessageId\":\"1\"}",
                "{\"Data\":\"PING a\",\"ClientMessageId\":-1}"
            })
    void post_ofBrokenBody_is400AndProposesNothing(String body) throws Exception {
        NodeApi.Session session = api.create(network.url(1));
        refused(400, node -> api.send(api.postRequest(node, session, body)));
        assertThat(api.post(network.url(1), session, "PING after", 1).statusCode()).isEqualTo(200);
        try (StreamReader stream = new StreamReader(api.stream(network.url(1), session, "0.0"))) {
            stream.awaitText("PONG");
            assertThat(stream.texts()).hasSize(1);
        }
    }

    @Test
    void post_of100KiB_is413() throws Exception {
        NodeApi.Session session = api.create(network.url(1));
        String body = NodeApi.body("PRIVMSG #a :" + "x".repeat(100 << 10), 1);
        refused(413, node -> api.send(api.postRequest(node, session, body)));
    }

    @Test
    void auth_wrongOrMissing_is404() throws Exception {
        NodeApi.Session session = api.create(network.url(1));
        NodeApi.Session wrong = new NodeApi.Session(session.id(), "0".repeat(256), "x");
        refused(404, node -> api.post(node, wrong, "PING a", 1));
        refused(404, node -> api.delete(node, wrong, "{}"));
        refused(
                404,
                node ->
                        api.send(
                                api.request(node + "/robustirc/v1/" + session.id() + "/message")
                                        .POST(BodyPublishers.ofString("{}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "0x", "0x1", "4648398125000000001x", "-5"})
    void session_unknownOrUnparsable_is404(String id) throws Exception {
        NodeApi.Session session = new NodeApi.Session(id, "0".repeat(256), "x");
        refused(404, node -> api.post(node, session, "PING a", 1));
        refused(
                404,
                node ->
                        api.send(
                                api.request(node + "/robustirc/v1/" + id + "/messages")
                                        .header("X-Session-Auth", session.auth())
                                        .GET()));
    }

    @ParameterizedTest
    @ValueSource(longs = {50, 1L << 40})
    void session_fromTheFuture_is404ForPostAnd503ForStream(long ahead) throws Exception {
        NodeApi.Session real = api.create(network.url(1));
        long id = Long.decode(real.id()) + ahead;
        NodeApi.Session future =
                new NodeApi.Session("0x" + Long.toHexString(id), real.auth(), real.prefix());
        refused(404, node -> api.post(node, future, "PING a", 1));
        refused(404, node -> api.delete(node, future, "{}"));
        refused(
                503,
                node ->
                        api.send(
                                api.request(node + "/robustirc/v1/" + future.id() + "/messages")
                                        .header("X-Session-Auth", future.auth())
                                        .GET()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1", "1.2.3", "-1.0", "1.x", "99999999999999999999.1"})
    void lastseen_malformed_is400(String lastSeen) throws Exception {
        NodeApi.Session session = api.create(network.url(1));
        refused(
                400,
                node ->
                        api.send(
                                api.request(
                                                node
                                                        + "/robustirc/v1/"
                                                        + session.id()
                                                        + "/messages?lastseen="
                                                        + lastSeen)
                                        .header("X-Session-Auth", session.auth())
                                        .GET()));
    }

    @Test
    void privateSide_withoutPassword_is401() throws Exception {
        for (String path : List.of("/status", "/leader", "/config", "/quit", "/nothing")) {
            HttpResponse<String> response = api.send(api.request(network.url(1) + path).GET());
            assertThat(response.statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void line_withLineEndsNulAndInvalidUtf8_isAcceptedAndCleaned() throws Exception {
        NodeApi.Session session = api.create(network.url(1));
        api.register(network.url(1), session, "cleaner");
        NodeApi.expectOk(api.post(network.url(2), session, "JOIN #clean\r\n", 3));
        String nul = "{\"Data\":\"TOPIC #clean :a\\u0000b\\rQUIT\",\"ClientMessageId\":4}";
        NodeApi.expectOk(api.send(api.postRequest(network.url(2), session, nul)));
        byte[] latin1 =
                "{\"Data\":\"TOPIC #clean :caf\u00e9\",\"ClientMessageId\":18446744073709551615}"
                        .getBytes(StandardCharsets.ISO_8859_1);
        NodeApi.expectOk(
                api.send(
                        api.request(network.url(3) + "/robustirc/v1/" + session.id() + "/message")
                                .header("X-Session-Auth", session.auth())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofByteArray(latin1))));
        try (StreamReader stream = new StreamReader(api.stream(network.url(1), session, "0.0"))) {
            stream.awaitText("caf\ufffd");
            assertThat(stream.texts()).anyMatch(line -> line.endsWith(" TOPIC #clean :ab"));
        }
    }

    /** What the container refuses by itself, before there is a request for the WAR. */
    static List<Arguments> unfitForTheContainer() {
        String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        return List.of(
                Arguments.of(400, "GET /a%2fb" + host + "\r\n"),
                Arguments.of(404, "GET /robustirc/v1/0x1%2f2/messages" + host + "\r\n"),
                Arguments.of(404, "GET /robustirc/v1/..;/messages" + host + "\r\n"),
                Arguments.of(404, "GET /WEB-INF/web.xml" + host + "\r\n"),
                Arguments.of(404, "GET /META-INF/MANIFEST.MF" + host + "\r\n"),
                Arguments.of(414, "GET /" + "a".repeat(20_000) + host + "\r\n"),
                Arguments.of(431, "GET /livez" + host + "X: " + "a".repeat(20_000) + "\r\n\r\n"),
                Arguments.of(400, "POST /livez" + host + "Content-Length: x\r\n\r\n"),
                Arguments.of(400, "GET /livez HTTP/1.1\r\n\r\n"),
                Arguments.of(400, "HELP\r\n\r\n"),
                Arguments.of(505, "GET /livez HTTP/3.7\r\nHost: localhost\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("unfitForTheContainer")
    void request_thatNeverReachesTheWar_isRefusedInPlainText(int status, String request)
            throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            String body = answer.substring(head.length() + 4);
            assertThat(head).containsIgnoringCase("Content-Type: text/plain; charset=utf-8");
            assertThat(head)
                    .doesNotContainIgnoringCase("Server:")
                    .doesNotContainIgnoringCase("jetty");
            assertThat(body).matches("[A-Z][^\n<>]*\\.\n");
        }
    }

    /** libcurl's create (robustsession-client.md 2.1): chunks are announced and never come. */
    @Test
    void create_withEndlessChunkedBody_isAnsweredOnTheHeaders() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /robustirc/v1/session HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("Prefix") < 0) {
                int next = in.read();
                assertThat(next).as("answer so far: %s", answer).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer.toString()).contains("HTTP/1.1 200").contains("Sessionauth");
        }
    }

    private static Socket connect() throws Exception {
        URI uri = URI.create(network.url(1));
        Socket socket =
                NodeApi.trusting(network.caFile())
                        .getSocketFactory()
                        .createSocket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
