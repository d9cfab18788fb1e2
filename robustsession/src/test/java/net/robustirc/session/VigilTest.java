package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;
import org.junit.jupiter.api.Test;

/** When servers are asked whether they live, and when their streams leave. */
class VigilTest {
    private static final ServerAddress A = new ServerAddress("a", 1);
    private static final ServerAddress B = new ServerAddress("b", 2);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final int ANSWER_MILLIS = 2_000;

    private final FakeTimers timers = new FakeTimers();
    private final ServerPool pool =
            new ServerPool(List.of(A, B), false, timers::nanoTime, new SplittableRandom(7));
    private final List<ServerAddress> asked = new ArrayList<>();
    private boolean lives;
    private final Vigil vigil = new Vigil(timers, pool, QUIET, this::ask);

    /** As a server does that answers at once, or never. */
    private void ask(ServerAddress server, Prober.Verdict verdict) {
        long askedAt = timers.nanoTime();
        asked.add(server);
        if (lives) {
            pool.alive(server);
            verdict.lives(true);
            return;
        }
        timers.after(
                Duration.ofMillis(ANSWER_MILLIS).toNanos(),
                () -> {
                    pool.suspect(server, askedAt);
                    verdict.lives(false);
                });
    }

    private final class TestStream implements Vigil.Stream {
        private final ServerAddress server;
        private boolean open = true;
        private long heardAt = timers.nanoTime();
        private boolean left;

        TestStream(ServerAddress server) {
            this.server = server;
            vigil.watch(this);
        }

        @Override
        public ServerAddress server() {
            return server;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public long heardAt() {
            return heardAt;
        }

        @Override
        public void leave() {
            left = true;
            vigil.forget(this);
        }

        void hear() {
            heardAt = timers.nanoTime();
            pool.alive(server);
        }
    }

    @Test
    void busyServer_isNotAsked() {
        TestStream quiet = new TestStream(A);
        TestStream busy = new TestStream(A);
        for (int second = 0; second < 60; second++) {
            busy.hear();
            timers.passMillis(1_000);
        }
        assertThat(asked).isEmpty();
        assertThat(quiet.left).isFalse();
    }

    @Test
    void quietServerThatLives_isAskedNowAndThen_andKeepsItsStreams() {
        lives = true;
        TestStream stream = new TestStream(A);
        timers.passMillis(60_000);
        assertThat(asked).hasSizeBetween(8, 12).containsOnly(A);
        assertThat(stream.left).isFalse();
    }

    @Test
    void silentServer_losesItsStreams_othersKeepTheirs() {
        lives = false;
        TestStream silent = new TestStream(A);
        TestStream other = new TestStream(B);
        for (int second = 0; second < 8; second++) {
            other.hear();
            timers.passMillis(1_000);
        }
        assertThat(silent.left).isTrue();
        assertThat(other.left).isFalse();
        assertThat(pool.suspects()).containsExactly(A);
    }

    @Test
    void lateAnswerOfABusyServer_costsNoStream() {
        TestStream idle = new TestStream(A);
        TestStream busy = new TestStream(A);
        vigil.probe(A, answered -> {});
        timers.passMillis(1_000);
        busy.hear();
        timers.passMillis(3_000);
        assertThat(idle.left).isFalse();
        assertThat(busy.left).isFalse();
    }

    @Test
    void streamThatIsBeingOpened_isLeftWhenTheServerIsSilent() {
        TestStream opening = new TestStream(A);
        opening.open = false;
        timers.passMillis(8_000);
        assertThat(opening.left).isTrue();
    }

    @Test
    void suspectServer_isAskedUntilItSpeaks() {
        pool.suspect(A, timers.nanoTime());
        TestStream elsewhere = new TestStream(B);
        elsewhere.hear();
        timers.passMillis(2_000);
        elsewhere.hear();
        assertThat(asked).contains(A);
        lives = true;
        for (int second = 0; second < 10; second++) {
            elsewhere.hear();
            timers.passMillis(1_000);
        }
        assertThat(pool.suspects()).isEmpty();
    }

    @Test
    void withoutStreams_nothingIsAskedAndNoTimerRuns() {
        TestStream stream = new TestStream(A);
        vigil.forget(stream);
        timers.passMillis(60_000);
        assertThat(asked).isEmpty();
        assertThat(timers.pending()).isZero();
    }
}
