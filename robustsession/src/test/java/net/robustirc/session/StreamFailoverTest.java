package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer;
import net.robustirc.session.testing.FakeServer.Answer;
import org.junit.jupiter.api.Test;

/** Streams from servers that fail in every way there is. */
class StreamFailoverTest extends SessionFixture {
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
    void replayedLines_areDroppedAndTold() {
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
        assertThat(listener.repetitions())
                .containsExactly(new MessagePosition(5, 1), new MessagePosition(4, 9));
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
    void pausedSession_receivesNothingUntilResumed() throws IOException {
        hurry();
        RobustSession session = create(on(0, 1));
        fake.session().say("first");
        awaitLines(List.of("first"));
        session.pauseReceiving();
        join(session.post("taken after the pause"));
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
        join(session.post("taken after the pause"));
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
}
