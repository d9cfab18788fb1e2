package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private final FakeTimers timers = new FakeTimers();
    private final List<Boolean> told = new ArrayList<>();
    private final Availability availability =
            new Availability(timers, TimeUnit.SECONDS.toNanos(8), told::add);

    @Test
    void shortFailover_tellsNothing() {
        availability.streamLost();
        timers.passMillis(7_000);
        availability.streamAlive();
        timers.passMillis(60_000);
        assertThat(told).isEmpty();
    }

    @Test
    void lostStream_isToldOnceAfterTheStallTime() {
        availability.streamLost();
        timers.passMillis(7_900);
        assertThat(told).isEmpty();
        timers.passMillis(600);
        assertThat(told).containsExactly(false);
        timers.passMillis(600_000);
        assertThat(told).containsExactly(false);
    }

    @Test
    void postWithoutAnswer_isToldLikeALostStream() {
        availability.postStarted();
        timers.passMillis(8_500);
        assertThat(told).containsExactly(false);
    }

    @Test
    void recovery_isToldOnceAllHasWorkedForAWhile() {
        availability.streamLost();
        availability.postStarted();
        timers.passMillis(9_000);
        availability.streamAlive();
        timers.passMillis(9_000);
        assertThat(told).as("the post still waits").containsExactly(false);
        availability.postFinished();
        timers.passMillis(1_000);
        assertThat(told).containsExactly(false);
        timers.passMillis(3_000);
        assertThat(told).containsExactly(false, true);
    }

    @Test
    void flappingNetwork_doesNotChatter() {
        availability.streamLost();
        timers.passMillis(9_000);
        for (int i = 0; i < 10; i++) {
            availability.streamAlive();
            timers.passMillis(1_500);
            availability.streamLost();
            timers.passMillis(1_500);
        }
        assertThat(told).containsExactly(false);
    }

    @Test
    void quickPosts_neverStall() {
        for (int i = 0; i < 100; i++) {
            availability.postStarted();
            timers.passMillis(300);
            availability.postFinished();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void healthySession_holdsNoTimer() {
        availability.streamLost();
        availability.streamAlive();
        timers.passMillis(1_000);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void stopped_tellsNothingMore() {
        availability.streamLost();
        availability.stop();
        timers.passMillis(60_000);
        assertThat(told).isEmpty();
    }
}
