package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.Timeouts;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import net.robustirc.session.testing.FakeSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge between a socket and a fake network. bridge.md sections 6, 7, 11, 18. */
class BridgeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For tests of what is said when the network is out of reach. */
    private static final Timeouts QUICK =
            new Timeouts(
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND.multipliedBy(2),
                    SECOND.multipliedBy(60),
                    SECOND,
                    SECOND);

    private static final Timing CALM = Timing.defaults();
    private static final String PREFIX = FakeNetwork.PREFIX;

    @TempDir private Path directory;
    private final List<TestClient> clients = new ArrayList<>();
    private FakeNetwork fake;
    private RobustNetwork network;
    private IrcServer bridge;
    private InetSocketAddress address;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void startNetwork() throws IOException {
        fake = FakeNetwork.start(2);
        connectNetwork(Timeouts.defaults());
    }

    private void connectNetwork(Timeouts timeouts) throws IOException {
        network =
                RobustNetwork.connect(
                        NetworkOptions.of(fake.addresses())
                                .withCaFile(fake.caFile(directory))
                                .withTimeouts(timeouts));
    }

    private void hurry() throws IOException {
        network.close();
        connectNetwork(QUICK);
    }

    @AfterEach
    void stop() throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
        if (bridge != null) {
            bridge.close(Duration.ofMillis(200));
        }
        network.close();
        fake.close();
    }

    private void startBridge(Timing timing, List<String> motd, String format) throws IOException {
        NoticeFormat notices = new NoticeFormat(format);
        bridge = new IrcServer(new Gateway(network, Optional.empty(), motd, notices, timing));
        address = bridge.listen(new InetSocketAddress("127.0.0.1", 0));
    }

    private TestClient connect() throws IOException {
        if (bridge == null) {
            startBridge(CALM, List.of(), "%s");
        }
        TestClient client = new TestClient(address);
        clients.add(client);
        return client;
    }

    /** A client that is known to the network as alice. */
    private TestClient login() throws IOException {
        TestClient client = connect();
        client.send("NICK alice");
        await().until(() -> !fake.sessions().isEmpty());
        await().until(() -> fake.session().postedLines().contains("NICK alice"));
        fake.session().say(":" + PREFIX + " 001 alice :Welcome");
        client.expect(":" + PREFIX + " 001 alice :Welcome");
        return client;
    }

    private void awaitPosted(String... lines) {
        await().untilAsserted(
                        () -> assertThat(fake.session().postedLines()).containsExactly(lines));
    }

    /** bridge.md 6.1: what the original changes on its way, ours does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "privmsg #c :hello there",
                "PRIVMSG #c :single",
                "USER a 0 * :b",
                "PRIVMSG #c :",
                "TOPIC #c :",
                "MODE #c +b *!*@2001:db8::1",
                "PRIVMSG foo:bar :x y",
                "PRIVMSG #c :trailing blanks  ",
                "JOIN #c ",
                "  leading x",
                "@a=b PRIVMSG #c :tag",
                "MODE   #c    +o  x",
                ":alice QUIT :bye",
                "PASS nickserv=x:oper=y",
                "CAP LS 302",
                "SERVER services.test 1 :s",
                "PRIVMSG #c :\"\\<>&\u00fc\ud83d\ude00\u2028\u0001ACTION\u0001",
                "PRIVMSG #c :bare\rreturn"
            })
    void line_isForwardedAsItIs(String line) throws IOException {
        connect().send(line);
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted(line);
    }

    @Test
    void lineEnds_areTrimmedAndEmptyLinesIgnored() throws IOException {
        connect().sendBytes("\r\n\n\rNICK a\r\r\n\nNICK b\nNICK c\r\n".getBytes());
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("NICK a", "NICK b", "NICK c");
    }

    @Test
    void bytesThatAreNotUtf8_areReplaced() throws IOException {
        connect().sendBytes("PRIVMSG #c :gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("PRIVMSG #c :gr\ufffd\ufffde");
    }

    @Test
    void lineInPieces_isJoined() throws IOException {
        TestClient client = connect();
        for (byte b : "NICK \u00fc\r\n".getBytes(StandardCharsets.UTF_8)) {
            client.sendBytes(new byte[] {b});
        }
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("NICK \u00fc");
    }

    @Test
    void lineOfExactly512Bytes_isForwarded() throws IOException {
        String line = "PRIVMSG #c :" + "x".repeat(498);
        TestClient client = login();
        client.send(line);
        awaitPosted("NICK alice", line);
    }

    @Test
    void tooLongLine_isAnswered417AndNotForwarded() throws IOException {
        TestClient client = login();
        client.send("PRIVMSG #c :" + "x".repeat(499));
        client.expect(":" + PREFIX + " 417 alice :Input line was too long");
        client.send("PRIVMSG #c :" + "x".repeat(100_000));
        client.expect(":" + PREFIX + " 417 alice :Input line was too long");
        client.send("PRIVMSG #c :ok");
        awaitPosted("NICK alice", "PRIVMSG #c :ok");
    }

    @Test
    void connectionWithoutALine_createsNoSession() throws IOException {
        TestClient client = connect();
        client.sendBytes("NICK a".getBytes());
        client.expectSilence(300);
        assertThat(fake.requests(Kind.CREATE)).isEmpty();
    }

    @Test
    void requests_bearTheClientsAddress() throws IOException {
        TestClient client = login();
        assertThat(fake.requests(Kind.POST).get(0).header("x-forwarded-for"))
                .contains(client.address());
    }

    static Stream<Arguments> pings() {
        String source = ":" + PREFIX + " PONG " + PREFIX;
        return Stream.of(
                Arguments.of("PING token", source + " token"),
                Arguments.of("ping :a b", source + " :a b"),
                Arguments.of("PING", source),
                Arguments.of("PING a b", source + " a b"));
    }

    @ParameterizedTest
    @MethodSource("pings")
    void ping_isAnsweredLocally(String ping, String pong) throws IOException {
        TestClient client = login();
        client.send(ping);
        client.expect(pong);
        assertThat(fake.session().postedLines()).containsExactly("NICK alice");
    }

    @Test
    void ping_isAnsweredWhileAPostHangs() throws IOException {
        TestClient client = login();
        IntStream.range(0, 2).forEach(i -> fake.server(i).always(Kind.POST, Answer.silence()));
        client.send("PRIVMSG #c :stuck");
        client.send("PING x");
        client.expect(":" + PREFIX + " PONG " + PREFIX + " x");
        fake.session().say(":bob!b@c PRIVMSG #c :delivered");
        client.expect(":bob!b@c PRIVMSG #c :delivered");
    }

    @Test
    void pong_isSwallowed() throws IOException {
        TestClient client = login();
        client.send("PONG x");
        client.send("AWAY");
        awaitPosted("NICK alice", "AWAY");
    }

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

    private void slowCreate(FakeRequest request, HttpExchange exchange) throws IOException {
        try {
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fake.server(request.server()).ordinary(request, exchange);
    }

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
    void quietSession_isKeptAlive() throws IOException {
        startBridge(
                new Timing(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofMinutes(1)),
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
                new Timing(Duration.ofMillis(1500), Duration.ofMinutes(1), Duration.ofMinutes(1)),
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
    void floodingClient_isHeldBackAndNothingIsLost() throws IOException {
        TestClient client = login();
        int count = 500;
        StringBuilder flood = new StringBuilder();
        IntStream.range(0, count).forEach(i -> flood.append("X ").append(i).append("\r\n"));
        client.sendBytes(flood.toString().getBytes());
        FakeSession session = fake.session();
        await().until(() -> session.posts().size() == count + 1);
        assertThat(session.postedLines().subList(1, count + 1))
                .isEqualTo(IntStream.range(0, count).mapToObj(i -> "X " + i).toList());
    }

    @Test
    void clientThatDoesNotRead_isGivenUpAndHoldsLittle() throws IOException {
        startBridge(
                new Timing(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(500)),
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
