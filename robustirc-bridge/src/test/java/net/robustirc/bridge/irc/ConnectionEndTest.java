package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection and its session end, and what outlives a failure. bridge.md section 11. */
class ConnectionEndTest extends BridgeFixture {
    @Test
    void quit_endsAtOnceAndDeletesWithItsText() throws IOException {
        TestClient client = login();
        client.send("PRIVMSG #c :last words");
        client.send("quit :good bye");
        client.expect("ERROR :Closing Link: Quit: good bye");
        client.expectEnd();
        await().untilAsserted(() -> assertThat(fake.session().quitText()).contains("good bye"));
        awaitPosted("NICK alice", "PRIVMSG #c :last words");
    }

    @Test
    void quit_doesNotWaitForTheNetwork() throws IOException {
        TestClient client = login();
        IntStream.range(0, 2).forEach(i -> fake.server(i).kill());
        long start = System.nanoTime();
        client.send("QUIT");
        client.expect("ERROR :Closing Link: Quit");
        client.expectEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void clientThatVanishes_quitsWithAReason() throws IOException {
        login().close();
        await().untilAsserted(
                        () ->
                                assertThat(fake.session().quitText())
                                        .contains("Bridge: the client closed the connection"));
    }

    @Test
    void clientThatVanishesDuringCreate_leavesNoSession() throws IOException {
        fake.server(0).always(Kind.CREATE, this::slowCreate);
        fake.server(1).always(Kind.CREATE, this::slowCreate);
        TestClient client = connect();
        client.send("NICK a");
        await().until(() -> !fake.requests(Kind.CREATE).isEmpty());
        client.close();
        await().until(() -> !fake.sessions().isEmpty() && fake.session().quitText().isPresent());
    }

    @Test
    void quitDuringCreate_followsWhatWasSaidBefore() throws IOException {
        CountDownLatch held = holdCreates();
        TestClient client = connect();
        client.sendBytes(
                "NICK a\r\nUSER a 0 * :a\r\nJOIN #c\r\nPRIVMSG #c :done\r\nQUIT :bye\r\nNICK b\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        client.expect("ERROR :Closing Link: Quit: bye");
        client.expectEnd();
        held.countDown();
        await().until(() -> !fake.sessions().isEmpty() && fake.session().quitText().isPresent());
        awaitPosted("NICK a", "USER a 0 * :a", "JOIN #c", "PRIVMSG #c :done");
        assertThat(fake.session().quitText()).contains("bye");
    }

    /** More lines than the bridge holds for a client, too. */
    @ParameterizedTest
    @ValueSource(ints = {4, 300})
    void endOfInputDuringCreate_followsWhatWasSaidBefore(int count) throws IOException {
        CountDownLatch held = holdCreates();
        String[] lines = IntStream.range(0, count).mapToObj(i -> "X " + i).toArray(String[]::new);
        TestClient client = connect();
        client.sendBytes((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.finish();
        await().until(() -> !fake.requests(Kind.CREATE).isEmpty());
        if (count == 4) {
            client.expectEnd();
        }
        held.countDown();
        await().until(() -> !fake.sessions().isEmpty() && fake.session().quitText().isPresent());
        awaitPosted(lines);
        assertThat(fake.session().quitText()).contains("Bridge: the client closed the connection");
    }

    /** The network makes no session before the latch is counted down. */
    private CountDownLatch holdCreates() {
        CountDownLatch held = new CountDownLatch(1);
        Answer late =
                (request, exchange) -> {
                    try {
                        held.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    fake.server(request.server()).ordinary(request, exchange);
                };
        IntStream.range(0, 2).forEach(i -> fake.server(i).always(Kind.CREATE, late));
        return held;
    }

    private void slowCreate(FakeRequest request, HttpExchange exchange) throws IOException {
        try {
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fake.server(request.server()).ordinary(request, exchange);
    }

    @Test
    void sessionGone_isOneErrorWithoutSessionId() throws IOException {
        TestClient client = login();
        fake.session().kill();
        client.expect("ERROR :Closing Link: The session is gone from the network");
        client.expectEnd();
    }

    @Test
    void networksOwnError_isNotDoubled() throws IOException {
        TestClient client = login();
        fake.session().say("ERROR :Closing Link: alice (Killed)");
        client.expect("ERROR :Closing Link: alice (Killed)");
        fake.session().kill();
        client.expectEnd();
    }

    @Test
    void refusedCreate_isOneError() throws IOException {
        IntStream.range(0, 2)
                .forEach(
                        i ->
                                fake.server(i)
                                        .always(
                                                Kind.CREATE,
                                                Answer.status(429, "Too many sessions\n")));
        TestClient client = connect();
        client.send("NICK a");
        client.send("USER a 0 * :a");
        client.expect("ERROR :Closing Link: The network refused the session: Too many sessions");
        client.expectEnd();
    }

    @Test
    void unreachableNetwork_isOneError() throws IOException {
        hurry();
        IntStream.range(0, 2).forEach(i -> fake.server(i).kill());
        TestClient client = connect();
        client.send("NICK a");
        client.expect("ERROR :Closing Link: The network cannot be reached");
        client.expectEnd();
    }

    @Test
    void serverKilled_userSeesNothing() throws IOException {
        TestClient client = login();
        for (int i = 0; i < 40; i++) {
            if (i == 10) {
                fake.server(0).kill();
            }
            if (i == 25) {
                fake.server(0).restart();
                fake.server(1).kill();
            }
            client.send("PRIVMSG #c :" + i);
            fake.session().say(":bob!b@c PRIVMSG #c :" + i);
            client.expect(":bob!b@c PRIVMSG #c :" + i);
        }
        awaitPosted(
                Stream.concat(
                                Stream.of("NICK alice"),
                                IntStream.range(0, 40).mapToObj(i -> "PRIVMSG #c :" + i))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 0x16})
    void clientThatSpeaksSomethingElse_isClosedWithoutASession(int first) throws IOException {
        TestClient client = connect();
        client.sendBytes(new byte[] {(byte) first, 1, 0, '\n', 'N', 'I', 'C', 'K', '\n'});
        client.expectEnd();
        assertThat(fake.requests(Kind.CREATE)).isEmpty();
    }

    @Test
    void shutdown_takesLeave() throws IOException {
        TestClient client = login();
        bridge.close(Duration.ofSeconds(2));
        client.expect("ERROR :Closing Link: The bridge is shutting down");
        client.expectEnd();
        assertThat(fake.session().quitText()).contains("Bridge: shutting down");
    }
}
