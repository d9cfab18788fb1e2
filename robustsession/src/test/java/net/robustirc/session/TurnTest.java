package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.http.Connections;
import net.robustirc.session.http.Dialer;
import net.robustirc.session.http.TlsTrust;
import net.robustirc.session.server.Purpose;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;
import net.robustirc.session.testing.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many sessions waiting for servers: robustsession-client.md section 14, 16. */
class TurnTest {
    private static final ServerAddress A = new ServerAddress("a", 1);
    private static final ServerAddress B = new ServerAddress("b", 2);
    private static final int SESSIONS = 200;
    private static final int STEP_MILLIS = 25;

    @TempDir private Path directory;
    private final FakeTimers timers = new FakeTimers();
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final List<ServerAddress> taken = new ArrayList<>();
    private final ServerPool pool =
            new ServerPool(List.of(A, B), false, timers::nanoTime, new SplittableRandom(7));
    private Dialer dialer;

    @BeforeEach
    void prepare() throws IOException {
        dialer =
                new Dialer(
                        TlsTrust.clientContext(
                                Optional.of(TestAuthority.shared().writeCertificate(directory))),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        dialer.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private void everybodyWaits() {
        pool.failed(A, timers.nanoTime(), "refused");
        pool.failed(B, timers.nanoTime(), "refused");
        Connections connections = new Connections(loop, dialer);
        Timeouts timeouts = Timeouts.defaults();
        Prober prober = new HttpProber(timers, connections, pool, timeouts.probe(), "Test v1");
        Lane lane =
                new Lane(
                        timers,
                        connections,
                        pool,
                        timeouts,
                        new SplittableRandom(8),
                        new Vigil(timers, pool, timeouts.quiet(), prober));
        for (int i = 0; i < SESSIONS; i++) {
            new Turn(lane, Purpose.STREAM, Optional.empty()).next(taken::add);
        }
        assertThat(taken).isEmpty();
    }

    /** How many come at once, at most, in steps of the clock. */
    private int largestWave(int millis) {
        int largest = 0;
        for (int passed = 0; passed < millis; passed += STEP_MILLIS) {
            int before = taken.size();
            timers.passMillis(STEP_MILLIS);
            largest = Math.max(largest, taken.size() - before);
        }
        return largest;
    }

    @Test
    void endOfABackoff_doesNotBringAllAtOnce() {
        everybodyWaits();
        assertThat(largestWave(3_000)).isLessThan(SESSIONS / 4);
        assertThat(taken).hasSize(SESSIONS);
    }

    @Test
    void endOfAnOutage_bringsAllSoonButNotAtOnceNorToOneServer() {
        everybodyWaits();
        pool.alive(A);
        assertThat(largestWave(600)).isLessThan(SESSIONS / 4);
        assertThat(taken).hasSize(SESSIONS);
        assertThat(taken.stream().filter(A::equals).count())
                .isBetween(SESSIONS / 4L, 3L * SESSIONS / 4);
    }
}
