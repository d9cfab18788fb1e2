package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;

/** Who is asked for a sign of life, and when. bridge.md section 7. */
class KeepaliveTest extends BridgeFixture {
    @Test
    void quietSession_isKeptAlive() throws IOException {
        startBridge(
                new Timing(
                        Duration.ofMinutes(1),
                        Duration.ofMillis(300),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1)),
                List.of(),
                "");
        login();
        await().untilAsserted(
                        () ->
                                assertThat(fake.session().postedLines())
                                        .startsWith("NICK alice", "PING keepalive"));
        await().until(() -> fake.session().postedLines().size() >= 4);
    }

    @Test
    void longOutage_doesNotPileUpKeepalives() throws IOException {
        int silenceMillis = 200;
        startBridge(
                new Timing(
                        Duration.ofMinutes(1),
                        Duration.ofMillis(silenceMillis),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1)),
                List.of(),
                "");
        TestClient client = login();
        IntStream.range(0, 2)
                .forEach(i -> fake.server(i).always(Kind.POST, Answer.status(503, "no leader")));
        client.send("AWAY");
        client.expectSilence(10 * silenceMillis);
        long start = System.nanoTime();
        IntStream.range(0, 2).forEach(i -> fake.server(i).behave());
        await().until(() -> fake.session().postedLines().contains("AWAY"));
        List<String> posted = fake.session().postedLines();
        long sinceReturn = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(posted.subList(posted.indexOf("AWAY"), posted.size()))
                .hasSizeLessThan((int) (sinceReturn / silenceMillis) + 4);
    }

    @Test
    void silentClient_isAskedAndThenGivenUp() throws IOException {
        startBridge(
                new Timing(
                        Duration.ofMillis(1500),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1)),
                List.of(),
                "");
        TestClient client = connect();
        client.send("NICK alice");
        client.expect("PING robustirc.bridge");
        client.send("PONG robustirc.bridge");
        client.expect("PING robustirc.bridge");
        client.expect("ERROR :Closing Link: Ping timeout");
        client.expectEnd();
        await().untilAsserted(
                        () ->
                                assertThat(fake.session().quitText())
                                        .contains("Bridge: ping timeout"));
    }

    /** A bot that hears nothing would one day be behind everything the network retains. */
    @Test
    void clientThatOnlySends_isAnsweredNowAndThen() throws IOException {
        startBridge(
                new Timing(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMillis(400),
                        Duration.ofMinutes(1)),
                List.of(),
                "");
        TestClient client = login();
        await().until(
                        () -> {
                            client.send("PRIVMSG #c :noise");
                            return fake.session().postedLines().stream()
                                            .filter("PING keepalive"::equals)
                                            .count()
                                    >= 2;
                        });
    }
}
