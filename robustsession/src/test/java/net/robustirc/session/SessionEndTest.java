package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;

/** How sessions end, or never begin. */
class SessionEndTest extends SessionFixture {
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

    @Test
    void streamThatEndsWithAnError_isNotTheServersFault() {
        fake.server(1)
                .next(
                        Kind.STREAM,
                        Answer.bytes(false, utf8(FakeServer.line(7, 1, "ERROR :Closing Link: x"))));
        create(on(0, 1));
        await().until(() -> fake.requests(Kind.STREAM).size() >= 2);
        assertThat(fake.requests(Kind.STREAM).get(1).server()).as("not in back-off").isEqualTo(1);
    }
}
