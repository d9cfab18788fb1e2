package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the bridge does not read for a while, so that nothing piles up in it. */
class PausedReadingTest extends BridgeFixture {
    /** The answers to so many are far more than the system's buffers of a connection hold. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private static final int STALL_MILLIS = 2000;

    /** The bridge answers both on its own, so nothing but the client's reading bounds them. */
    @ParameterizedTest
    @CsvSource({"PING :, 400, PONG", "X, 520, 417"})
    void clientThatDoesNotReadAnswers_isNotReadUntilItDoes(String start, int length, String answer)
            throws IOException {
        startBridge(CALM, List.of(), "");
        String line = start + "x".repeat(length - start.length() - 1) + "\n";
        try (SocketChannel client = SocketChannel.open()) {
            client.connect(address);
            long sent = flood(client, line.getBytes(StandardCharsets.UTF_8));
            assertThat(sent).isLessThan(MOST_BYTES);

            client.configureBlocking(true);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.socket().getInputStream(), StandardCharsets.UTF_8));
            for (long number = 0; number < sent / length; number++) {
                assertThat(in.readLine()).contains(" " + answer + " ");
            }
        }
    }

    /**
     * Writes lines until no byte goes through for a while, or there are too many; returns bytes.
     */
    private static long flood(SocketChannel client, byte[] line) throws IOException {
        client.configureBlocking(false);
        ByteBuffer rest = ByteBuffer.allocate(0);
        long sent = 0;
        try (Selector selector = Selector.open()) {
            client.register(selector, SelectionKey.OP_WRITE);
            while (sent < MOST_BYTES) {
                if (!rest.hasRemaining()) {
                    rest = ByteBuffer.wrap(line);
                }
                int written = client.write(rest);
                sent += written;
                if (written == 0 && selector.select(STALL_MILLIS) == 0) {
                    break;
                }
                selector.selectedKeys().clear();
            }
        }
        return sent;
    }

    @Test
    void clientThatNeverReadsAnswers_isGivenUp() throws IOException {
        Duration minute = Duration.ofMinutes(1);
        startBridge(new Timing(minute, minute, minute, Duration.ofMillis(500)), List.of(), "");
        TestClient client = login();
        byte[] ping = ("PING :" + "x".repeat(400) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            while (fake.session().quitText().isEmpty()) {
                client.sendBytes(ping);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("Connection reset.*|Broken pipe.*");
        }
        await().untilAsserted(
                        () ->
                                assertThat(fake.session().quitText())
                                        .contains("Bridge: the client reads too slowly"));
    }

    /** A client that is not read because posts wait must not be read because it reads. */
    @Test
    void fullUplink_staysUnread_whenTheClientCatchesUp() throws IOException {
        startBridge(CALM, List.of(), "");
        TestClient client = login();
        IntStream.range(0, 2)
                .forEach(i -> fake.server(i).always(Kind.POST, Answer.status(503, "no leader")));
        for (int number = 0; number < 100; number++) {
            client.send("X " + number);
        }
        client.send("PING x");
        String line = ":bob!b@c PRIVMSG #c :" + "x".repeat(4000);
        for (int number = 0; number < 3_000; number++) {
            fake.session().say(line);
        }
        for (int number = 0; number < 3_000; number++) {
            client.expect(line);
        }
        client.expectSilence(300);
        IntStream.range(0, 2).forEach(i -> fake.server(i).behave());
        client.expect(":" + PREFIX + " PONG " + PREFIX + " x");
    }
}
