package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer;
import net.robustirc.session.testing.FakeServer.Answer;
import net.robustirc.session.testing.RecordingListener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions against servers that fail in every way there is. */
class SessionFailoverTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** For tests of the limits themselves. */
    private static Timeouts quick(Duration create) {
        return new Timeouts(
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                create,
                SECOND.multipliedBy(60),
                SECOND.multipliedBy(2),
                SECOND.multipliedBy(2));
    }

    @TempDir private Path directory;
    private final RecordingListener listener = new RecordingListener();
    private FakeNetwork fake;
    private RobustNetwork network;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void start() throws IOException {
        fake = FakeNetwork.start(3);
        network = connect(Timeouts.defaults());
    }

    @AfterEach
    void stop() {
        network.close();
        fake.close();
    }

    private RobustNetwork connect(Timeouts timeouts) throws IOException {
        return RobustNetwork.connect(
                NetworkOptions.of(fake.addresses())
                        .withCaFile(fake.caFile(directory))
                        .withUserAgent("Test v1")
                        .withTimeouts(timeouts));
    }

    private void hurry() throws IOException {
        network.close();
        network = connect(quick(SECOND.multipliedBy(60)));
    }

    private ServerAddress address(int server) {
        return ServerAddress.parse(fake.server(server).address()).orElseThrow();
    }

    private SessionOptions on(int postServer, int streamServer) {
        return SessionOptions.DEFAULT
                .withPostServer(address(postServer))
                .withStreamServer(address(streamServer));
    }

    private RobustSession create(SessionOptions options) {
        return network.createSession(options, listener).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void join(CompletableFuture<Void> future) {
        future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void awaitLines(List<String> expected) {
        await().untilAsserted(() -> assertThat(listener.lines()).isEqualTo(expected));
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    @Test
    void postsAndLines_travelInOrder() {
        RobustSession session = create(SessionOptions.DEFAULT);
        assertThat(session.prefix()).isEqualTo(FakeNetwork.PREFIX);
        List<String> lines = numbered(0, 100);
        CompletableFuture<Void> last = null;
        for (String line : lines) {
            last = session.post(line);
            fake.session().say("re: " + line);
        }
        join(last);
        assertThat(fake.session().postedLines()).isEqualTo(lines);
        awaitLines(lines.stream().map(line -> "re: " + line).toList());
    }

    @Test
    void requests_bearTheHeadersOfTheProtocol() {
        RobustSession session =
                create(
                        SessionOptions.DEFAULT
                                .withForwardedFor("[::1]:1234")
                                .withBridgeAuth("x".repeat(32)));
        join(session.post("NICK a", 9));
        FakeRequest create = fake.requests(Kind.CREATE).get(0);
        assertThat(create.header("x-session-auth")).contains("");
        assertThat(create.header("content-length")).contains("0");
        FakeRequest post = fake.requests(Kind.POST).get(0);
        assertThat(post.path()).isEqualTo("/robustirc/v1/" + session.id() + "/message");
        assertThat(post.body()).isEqualTo("{\"Data\":\"NICK a\",\"ClientMessageId\":9}");
        assertThat(post.header("user-agent")).contains("Test v1");
        assertThat(post.header("content-type")).contains("application/json");
        assertThat(post.header("x-forwarded-for")).contains("[::1]:1234");
        assertThat(post.header("x-bridge-auth")).contains("x".repeat(32));
        await().until(() -> !fake.requests(Kind.STREAM).isEmpty());
        assertThat(fake.requests(Kind.STREAM).get(0).path()).endsWith("/messages?lastseen=0.0");
    }

    @Test
    void post_takenByADyingServer_isRepeatedElsewhereUnderTheSameId() {
        RobustSession session = create(on(0, 1));
        fake.server(0)
                .next(
                        Kind.POST,
                        (request, exchange) -> {
                            fake.server(0).take(request);
                            fake.server(0).kill();
                        });
        join(session.post("once"));
        join(session.post("twice"));
        List<FakeRequest> posts = fake.requests(Kind.POST);
        assertThat(posts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
        assertThat(posts.get(1).server()).isNotEqualTo(posts.get(0).server());
        assertThat(fake.session().postedLines()).containsExactly("once", "twice");
    }

    @Test
    void leaderKilled_postsGoThroughSoon() {
        RobustSession session = create(on(0, 1));
        join(session.post("before"));
        fake.server(0).kill();
        long start = System.nanoTime();
        join(session.post("after"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(fake.session().postedLines()).containsExactly("before", "after");
    }

    @Test
    void noLeaderForAWhile_postsGoThroughSoonAfter() throws IOException {
        RobustSession session = create(SessionOptions.DEFAULT);
        Answer noLeader = Answer.status(503, "no leader");
        IntStream.range(0, 3).forEach(i -> fake.server(i).always(Kind.POST, noLeader));
        CompletableFuture<Void> post = session.post("patience");
        await().until(() -> fake.requests(Kind.POST).size() >= 6);
        assertThat(post).isNotDone();
        IntStream.range(0, 3).forEach(i -> fake.server(i).behave());
        long start = System.nanoTime();
        join(post);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(fake.session().postedLines()).containsExactly("patience");
    }

    @Test
    void contentLocation_movesPostsToTheLeader() {
        RobustSession session = create(SessionOptions.DEFAULT);
        String hint = "//" + fake.server(2).address() + "/robustirc/v1/" + session.id();
        IntStream.range(0, 2)
                .forEach(
                        i ->
                                fake.server(i)
                                        .always(
                                                Kind.POST,
                                                (request, exchange) -> {
                                                    exchange.getResponseHeaders()
                                                            .set("Content-Location", hint);
                                                    Answer.status(200, "")
                                                            .handle(request, exchange);
                                                }));
        for (int i = 0; i < 10; i++) {
            join(session.post("line " + i));
        }
        List<FakeRequest> posts = fake.requests(Kind.POST);
        assertThat(posts).hasSize(10);
        assertThat(posts.subList(1, 10)).allMatch(post -> post.server() == 2);
    }

    @Test
    void streamServerKilled_linesGoOnWithoutGapOrRepetition() throws IOException {
        create(on(0, 1));
        numbered(0, 50).forEach(fake.session()::say);
        awaitLines(numbered(0, 50));
        fake.server(1).kill();
        numbered(50, 100).forEach(fake.session()::say);
        awaitLines(numbered(0, 100));
        assertThat(listener.ends()).isEmpty();
        assertThat(listener.notices()).isEmpty();
    }

    @Test
    void replayedLines_areDropped() {
        fake.server(1)
                .next(
                        Kind.STREAM,
                        Answer.bytes(
                                true,
                                utf8(FakeServer.line(5, 1, "one")),
                                utf8(FakeServer.line(5, 1, "one again")),
                                utf8(FakeServer.line(4, 9, "older")),
                                utf8(FakeServer.line(5, 2, "two"))));
        create(on(0, 1));
        awaitLines(List.of("one", "two"));
    }

    @Test
    void resume_namesTheLastLineHandedOver() {
        fake.server(1).next(Kind.STREAM, Answer.bytes(false, utf8(FakeServer.line(77, 3, "last"))));
        create(on(0, 1));
        await().until(() -> fake.requests(Kind.STREAM).size() >= 2);
        assertThat(fake.requests(Kind.STREAM).get(1).path()).endsWith("?lastseen=77.3");
        assertThat(listener.lines()).containsExactly("last");
    }

    @Test
    void undecodableStream_isLeftForAnotherServer() {
        fake.server(1).always(Kind.STREAM, Answer.bytes(true, utf8("<html>login here</html>")));
        create(on(0, 1));
        fake.session().say("hello");
        awaitLines(List.of("hello"));
    }

    @Test
    void silentStream_isLeftByTheWatchdog() throws IOException {
        hurry();
        fake.server(1).always(Kind.STREAM, Answer.bytes(true, utf8("\n")));
        create(on(0, 1));
        fake.session().say("hello");
        awaitLines(List.of("hello"));
    }

    @Test
    void streamWithoutHeaders_isLeft() throws IOException {
        hurry();
        fake.server(1).always(Kind.STREAM, Answer.silence());
        create(on(0, 1));
        fake.session().say("hello");
        awaitLines(List.of("hello"));
    }

    @Test
    void pingsMeetTheWatchdog() throws IOException {
        hurry();
        create(on(0, 1));
        await().during(Duration.ofSeconds(2)).until(() -> fake.requests(Kind.STREAM).size() == 1);
    }

    @Test
    void hangingPost_isTriedElsewhere() throws IOException {
        hurry();
        fake.server(0).always(Kind.POST, Answer.silence());
        RobustSession session = create(on(0, 1));
        join(session.post("hello"));
        assertThat(fake.session().postedLines()).containsExactly("hello");
    }

    @Test
    void pingLists_areFollowed() {
        fake.announce(List.of(fake.server(2).address(), "not an address"));
        create(SessionOptions.DEFAULT);
        await().untilAsserted(() -> assertThat(network.servers()).containsExactly(address(2)));
    }

    @Test
    void emptyPingList_changesNothing() {
        fake.announce(List.of());
        create(SessionOptions.DEFAULT);
        fake.session().say("hello");
        awaitLines(List.of("hello"));
        assertThat(network.servers()).hasSize(3);
    }

    @Test
    void sessionKilledOnTheNetwork_endsOnceWithASentence() {
        RobustSession session = create(SessionOptions.DEFAULT);
        await().until(() -> fake.session().streamsOpened() == 1);
        fake.session().kill();
        await().until(() -> !listener.ends().isEmpty());
        assertThat(session.post("late")).failsWithin(Duration.ofSeconds(20));
        assertThat(listener.ends()).containsExactly("The session is gone from the network");
    }

    @Test
    void otherRefusalOfAPost_endsTheSession() {
        RobustSession session = create(SessionOptions.DEFAULT);
        IntStream.range(0, 3)
                .forEach(i -> fake.server(i).always(Kind.POST, Answer.status(204, "")));
        CompletableFuture<Void> post = session.post("x");
        CompletableFuture<Void> queued = session.post("y");
        await().until(() -> !listener.ends().isEmpty());
        assertThat(listener.ends())
                .containsExactly("The network refused the request with status 204");
        assertThat(post).isCompletedExceptionally();
        await().until(queued::isCompletedExceptionally);
    }

    @Test
    void refusedCreate_failsWithTheNetworksWords() {
        IntStream.range(0, 3)
                .forEach(
                        i ->
                                fake.server(i)
                                        .always(
                                                Kind.CREATE,
                                                Answer.status(429, "Too many sessions\nx\n")));
        assertThat(network.createSession(SessionOptions.DEFAULT, listener))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(RobustSessionException.class)
                .withMessage("The network refused the session: Too many sessions");
    }

    @Test
    void unreachableNetwork_failsCreateAfterItsLimit() throws IOException {
        network.close();
        network = connect(quick(SECOND.multipliedBy(2)));
        IntStream.range(0, 3).forEach(i -> fake.server(i).kill());
        assertThat(network.createSession(SessionOptions.DEFAULT, listener))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .withMessage("The network cannot be reached");
    }

    @Test
    void delete_sendsQueuedPostsFirst() {
        RobustSession session = create(SessionOptions.DEFAULT);
        numbered(0, 20).forEach(session::post);
        join(session.delete("bye"));
        assertThat(fake.session().postedLines()).isEqualTo(numbered(0, 20));
        assertThat(fake.session().quitText()).contains("bye");
        assertThat(listener.ends()).hasSize(1);
    }

    @Test
    void delete_givesUpAfterItsLimit() throws IOException {
        hurry();
        RobustSession session = create(SessionOptions.DEFAULT);
        IntStream.range(0, 3).forEach(i -> fake.server(i).kill());
        session.post("never taken");
        assertThat(session.delete("bye")).failsWithin(Duration.ofSeconds(20));
        assertThat(listener.ends()).hasSize(1);
    }

    @Test
    void fullQueue_refusesFurtherPosts() {
        IntStream.range(0, 3).forEach(i -> fake.server(i).always(Kind.POST, Answer.silence()));
        RobustSession session =
                create(
                        new SessionOptions(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                3));
        numbered(0, 3).forEach(line -> assertThat(session.post(line)).isNotDone());
        assertThat(session.post("one too many")).isCompletedExceptionally();
    }

    @Test
    void pausedSession_receivesNothingUntilResumed() throws IOException {
        hurry();
        RobustSession session = create(on(0, 1));
        fake.session().say("first");
        awaitLines(List.of("first"));
        session.pauseReceiving();
        numbered(0, 10).forEach(fake.session()::say);
        await().during(Duration.ofMillis(1500))
                .until(() -> listener.lines().equals(List.of("first")));
        session.resumeReceiving();
        await().until(() -> listener.lines().size() == 11);
        assertThat(fake.requests(Kind.STREAM)).as("the watchdog slept too").hasSize(1);
    }

    @Test
    void streamLostWhilePaused_isOpenedAgainOnResume() {
        RobustSession session = create(on(0, 1));
        fake.session().say("first");
        awaitLines(List.of("first"));
        session.pauseReceiving();
        fake.server(1).kill();
        numbered(0, 10).forEach(fake.session()::say);
        await().during(Duration.ofMillis(1500))
                .until(() -> listener.lines().equals(List.of("first")));
        session.resumeReceiving();
        await().until(() -> listener.lines().size() == 11);
        assertThat(listener.lines().subList(1, 11)).isEqualTo(numbered(0, 10));
    }

    @Test
    void majorityLost_isToldOnceAndSoIsTheReturn() throws IOException {
        hurry();
        create(SessionOptions.DEFAULT);
        fake.session().say("hello");
        awaitLines(List.of("hello"));
        for (int i = 0; i < 3; i++) {
            fake.server(i).kill();
        }
        await().until(() -> listener.notices().equals(List.of(false)));
        for (int i = 0; i < 3; i++) {
            fake.server(i).restart();
        }
        await().until(() -> listener.notices().equals(List.of(false, true)));
        fake.session().say("again");
        awaitLines(List.of("hello", "again"));
    }

    @Test
    void idleConnections_areUsedAgain() {
        RobustSession session = create(on(0, 1));
        for (int i = 0; i < 50; i++) {
            join(session.post("line " + i));
        }
        assertThat(fake.server(0).connectionsSeen()).isLessThanOrEqualTo(2);
    }

    @Test
    void connectionClosedWhileIdle_isNobodysFault() {
        RobustSession session = create(on(0, 1));
        join(session.post("first"));
        fake.server(0).next(Kind.POST, (request, exchange) -> exchange.close());
        join(session.post("second"));
        List<FakeRequest> posts = fake.requests(Kind.POST);
        assertThat(posts).allMatch(post -> post.server() == 0);
        assertThat(fake.session().postedLines()).containsExactly("first", "second");
    }

    @Test
    void close_endsSessionsAndFreesThreads() throws IOException {
        create(SessionOptions.DEFAULT);
        network.close();
        await().untilAsserted(
                        () ->
                                assertThat(Thread.getAllStackTraces().keySet())
                                        .extracting(Thread::getName)
                                        .noneMatch(name -> name.startsWith("robustsession")));
        assertThat(listener.ends()).hasSize(1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
