package net.robustirc.war.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;

/** Holding back who posts too fast: http-api.md 3.6, design D16. */
class PostThrottleTest {
    private static final SessionId ALICE = new SessionId(1);
    private static final long COOLOFF = TimeUnit.MILLISECONDS.toNanos(500);

    private long now = 1_000_000_000;
    private final List<Long> delays = new ArrayList<>();
    private final PostThrottle throttle =
            new PostThrottle(
                    (action, nanos) -> {
                        delays.add(TimeUnit.NANOSECONDS.toMillis(nanos));
                        now += nanos;
                        action.run();
                    },
                    () -> now);
    private int posts;

    private void post(SessionId session, long cooloff) {
        throttle.hold(session, cooloff, () -> posts++);
    }

    /** The original was measured at 1, 2, 4 ... 256, then 512; ours never exceeds the cooloff. */
    @Test
    void aFlood_isHeldBackLongerAndLonger() {
        for (int i = 0; i < 13; i++) {
            post(ALICE, COOLOFF);
        }

        assertThat(posts).isEqualTo(13);
        assertThat(delays)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 500L, 500L, 500L);
    }

    @Test
    void aPauseAsLongAsTheCooloff_startsAfresh() {
        post(ALICE, COOLOFF);
        post(ALICE, COOLOFF);
        now += COOLOFF + 1;
        post(ALICE, COOLOFF);

        assertThat(delays).containsExactly(1L);
    }

    @Test
    void aPostAfterItsDelay_isNotHeldBack() {
        post(ALICE, COOLOFF);
        now += TimeUnit.MILLISECONDS.toNanos(2);
        post(ALICE, COOLOFF);

        assertThat(delays).isEmpty();
    }

    @Test
    void others_areNotHeldBack() {
        post(ALICE, COOLOFF);
        post(new SessionId(2), COOLOFF);

        assertThat(delays).isEmpty();
        assertThat(posts).isEqualTo(2);
    }

    @Test
    void withoutACooloff_nobodyIs() {
        post(ALICE, 0);
        post(ALICE, 0);

        assertThat(delays).isEmpty();
        assertThat(throttle.size()).isZero();
    }

    /** 1 + 2 + 4 ... + 128 ms fit into the cooloff, 256 ms more do not. */
    @Test
    void postsAtTheSameMoment_areRefusedOnceTheyWouldWaitLongerThanTheCooloff() {
        List<Long> held = new ArrayList<>();
        PostThrottle still = new PostThrottle((action, nanos) -> held.add(nanos), () -> now);
        int taken = 0;
        for (int i = 0; i < 50; i++) {
            taken += still.hold(ALICE, COOLOFF, () -> posts++) ? 1 : 0;
        }

        assertThat(posts).isEqualTo(1);
        assertThat(held).hasSize(8).allMatch(nanos -> nanos <= COOLOFF);
        assertThat(taken).isEqualTo(9);
    }

    /** Over many connections at once, too, one post in each cooloff gets through at last. */
    @Test
    void aFloodOnManyConnections_isNoFasterThanOneOnASingleOne() {
        List<Long> due = new ArrayList<>();
        PostThrottle still = new PostThrottle((action, nanos) -> due.add(now + nanos), () -> now);
        long start = now;
        for (int millis = 0; millis < 10_000; millis++) {
            now = start + TimeUnit.MILLISECONDS.toNanos(millis);
            still.hold(ALICE, COOLOFF, () -> due.add(now));
        }

        List<Long> settled =
                due.stream().filter(nanos -> nanos > start + 2 * COOLOFF).sorted().toList();
        assertThat(settled).hasSizeBetween(17, 20);
        for (int i = 1; i < settled.size(); i++) {
            assertThat(settled.get(i) - settled.get(i - 1)).isGreaterThanOrEqualTo(COOLOFF);
        }
    }

    @Test
    void aRefusedPost_doesNotProlongTheWaitOfTheNext() {
        PostThrottle still = new PostThrottle((action, nanos) -> delays.add(nanos), () -> now);
        for (int i = 0; i < 50; i++) {
            still.hold(ALICE, COOLOFF, () -> posts++);
        }
        now += COOLOFF;

        assertThat(still.hold(ALICE, COOLOFF, () -> posts++)).isTrue();
    }

    @Test
    void silentSessions_areForgotten() {
        post(ALICE, COOLOFF);
        throttle.forget(COOLOFF);
        assertThat(throttle.size()).isEqualTo(1);

        now += COOLOFF + 1;
        throttle.forget(COOLOFF);
        assertThat(throttle.size()).isZero();
    }
}
