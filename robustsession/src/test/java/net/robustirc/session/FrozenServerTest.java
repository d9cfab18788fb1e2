package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.testing.FakeRequest;
import net.robustirc.session.testing.FakeRequest.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that take connections and say nothing, as a stopped process does. */
class FrozenServerTest extends SessionFixture {
    /** Far below the 25 s of one try and the 30 s of a silent stream. */
    private static final Duration SOON = Duration.ofSeconds(6);

    @BeforeEach
    void beWatchful() throws IOException {
        network.close();
        network = connect(watchful());
    }

    private static void joinSoon(CompletableFuture<Void> future) {
        assertThat(future).succeedsWithin(SOON);
    }

    private List<Integer> postServers() {
        return fake.requests(Kind.POST).stream().map(FakeRequest::server).toList();
    }

    @Test
    void frozenPostServer_isLeftAndTakesNothingTwiceOnceThawed() {
        RobustSession session = create(on(0, 1));
        join(session.post("line 0"));
        fake.server(0).freeze();
        List<String> lines = numbered(1, 10);
        CompletableFuture<Void> last = null;
        for (String line : lines) {
            last = session.post(line);
        }
        joinSoon(last);
        assertThat(postServers().stream().filter(server -> server == 0).count())
                .as("only the first was sent to the frozen one")
                .isEqualTo(2);
        fake.server(0).thaw();
        await().atMost(SOON)
                .until(
                        () -> {
                            join(session.post("back?"));
                            List<Integer> asked = postServers();
                            return asked.get(asked.size() - 1) == 0;
                        });
        assertThat(fake.session().postedLines().subList(0, 10)).isEqualTo(numbered(0, 10));
        assertThat(fake.session().postedLines())
                .filteredOn(line -> !line.equals("back?"))
                .hasSize(10);
        assertThat(listener.notices()).isEmpty();
        assertThat(listener.ends()).isEmpty();
    }

    @Test
    void frozenStreamServer_isLeftWithoutAPost() {
        create(on(0, 1));
        fake.session().say("line 0");
        awaitLines(numbered(0, 1));
        fake.server(1).freeze();
        fake.session().say("line 1");
        await().atMost(SOON).until(() -> listener.lines().size() == 2);
        fake.server(1).thaw();
        fake.session().say("line 2");
        awaitLines(numbered(0, 3));
        assertThat(listener.repetitions()).isEmpty();
        assertThat(listener.notices()).isEmpty();
    }

    @Test
    void otherSessions_doNotTryAFrozenServerAtAll() {
        RobustSession first = create(on(0, 1));
        RobustSession second = create(on(0, 1));
        fake.server(0).freeze();
        joinSoon(first.post("found out"));
        int before = fake.requests(Kind.POST).size();
        join(second.post("spared"));
        assertThat(postServers().subList(before, before + 1)).doesNotContain(0);
        create(SessionOptions.DEFAULT.withStreamServer(address(0)));
        fake.session().say("hello");
        await().atMost(SECOND).until(() -> listener.lines().contains("hello"));
    }

    @Test
    void slowServerThatLives_isWaitedFor() {
        CountDownLatch askedTwice = new CountDownLatch(1);
        fake.server(0)
                .next(
                        Kind.POST,
                        (request, exchange) -> {
                            await().until(() -> fake.requests(Kind.UNKNOWN).size() >= 2);
                            askedTwice.countDown();
                            fake.server(0).ordinary(request, exchange);
                        });
        RobustSession session = create(on(0, 1));
        join(session.post("patience"));
        assertThat(askedTwice.getCount()).isZero();
        assertThat(fake.requests(Kind.POST)).hasSize(1);
        assertThat(fake.session().postedLines()).containsExactly("patience");
    }

    @Test
    void serverThatNeverShakesHands_holdsUpNobodyForLong() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ServerAddress address = new ServerAddress("localhost", mute.getLocalPort());
            SessionOptions options =
                    SessionOptions.DEFAULT.withPostServer(address).withStreamServer(address);
            RobustSession session = create(options);
            joinSoon(session.post("hello"));
            fake.session().say("hello");
            await().atMost(SOON).until(() -> listener.lines().contains("hello"));
        }
    }
}
