package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;

/** Posts to servers that fail in every way there is. */
class PostFailoverTest extends SessionFixture {
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
    void hangingPost_isTriedElsewhere() throws IOException {
        hurry();
        fake.server(0).always(Kind.POST, Answer.silence());
        RobustSession session = create(on(0, 1));
        join(session.post("hello"));
        assertThat(fake.session().postedLines()).containsExactly("hello");
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
}
