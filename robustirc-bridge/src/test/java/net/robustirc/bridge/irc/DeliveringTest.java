package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.robustirc.session.testing.FakeSession;
import org.junit.jupiter.api.Test;

/** What the network sends, on its way to the client. bridge.md sections 6 and 8. */
class DeliveringTest extends BridgeFixture {
    @Test
    void linesFromTheNetwork_arriveVerbatim() throws IOException {
        TestClient client = login();
        List<String> lines =
                List.of(
                        ":bob!b@c PRIVMSG #c :x  y ",
                        "@time=2026-01-01T00:00:00Z :s NOTICE a :b",
                        "",
                        ":s 999 " + "z".repeat(2000),
                        ":\u00fc\ud83d\ude00 PRIVMSG a b");
        for (String line : lines) {
            fake.session().say(line);
            client.expect(line);
        }
    }

    @Test
    void lineEndInsideALine_cannotSlipInAnother() throws IOException {
        TestClient client = login();
        fake.session().say(":bob PRIVMSG #c :a\r\nERROR :fake");
        client.expect(":bob PRIVMSG #c :a  ERROR :fake");
    }

    @Test
    void answersToOurKeepalive_areSwallowed() throws IOException {
        TestClient client = login();
        fake.session().say(":" + PREFIX + " PONG keepalive");
        fake.session().say(":" + PREFIX + " PONG :keepalive");
        fake.session().say(":" + PREFIX + " PONG " + PREFIX + " keepalive");
        client.expect(":" + PREFIX + " PONG " + PREFIX + " keepalive");
    }

    @Test
    void majorityLost_isOneNoticeAndSoIsItsReturn() throws IOException {
        hurry();
        startBridge(CALM, List.of(), "100% sure: %s");
        TestClient client = login();
        fake.session().say(":alice!a@b NICK :alicia");
        client.expect(":alice!a@b NICK :alicia");
        IntStream.range(0, 2).forEach(i -> fake.server(i).kill());
        assertThat(client.read().orElseThrow())
                .startsWith(":" + PREFIX + " NOTICE alicia :100% sure: The network cannot be");
        fake.server(0).restart();
        fake.server(1).restart();
        assertThat(client.read().orElseThrow())
                .startsWith(":" + PREFIX + " NOTICE alicia :100% sure: The network can be");
        client.expectSilence(500);
    }

    @Test
    void motd_comesOnceBeforeTheNetworks() throws IOException {
        startBridge(CALM, List.of("public bridge", "run your own"), "");
        TestClient client = login();
        String head = ":" + PREFIX + " 372 alice :";
        fake.session().say(head + "- welcome");
        fake.session().say(head + "- second");
        client.expect(head + "- public bridge");
        client.expect(head + "- run your own");
        client.expect(head + "- welcome");
        client.expect(head + "- second");
    }

    @Test
    void motd_whereTheNetworkHasNone_standsAlone() throws IOException {
        startBridge(CALM, List.of("public bridge", "run your own"), "");
        TestClient client = login();
        fake.session().say(":" + PREFIX + " 422 alice :MOTD File is missing");
        fake.session().say(":" + PREFIX + " 422 alice :MOTD File is missing");
        client.expect(":" + PREFIX + " 375 alice :- " + PREFIX + " Message of the day -");
        client.expect(":" + PREFIX + " 372 alice :- public bridge");
        client.expect(":" + PREFIX + " 372 alice :- run your own");
        client.expect(":" + PREFIX + " 376 alice :End of /MOTD command.");
        client.expect(":" + PREFIX + " 422 alice :MOTD File is missing");
    }

    @Test
    void clientThatDoesNotRead_isGivenUpAndHoldsLittle() throws IOException {
        startBridge(
                new Timing(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMillis(500)),
                List.of(),
                "");
        TestClient client = login();
        client.shrinkReceiveBuffer();
        String line = ":bob!b@c PRIVMSG #c :" + "x".repeat(400);
        FakeSession session = fake.session();
        for (int i = 0; i < 30_000; i++) {
            session.say(line);
        }
        await().until(() -> session.quitText().isPresent());
        assertThat(session.quitText()).contains("Bridge: the client reads too slowly");
    }
}
