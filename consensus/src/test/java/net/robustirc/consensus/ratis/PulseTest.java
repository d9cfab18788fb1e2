package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.UnavailableException;
import org.junit.jupiter.api.Test;

/** A process that is stopped refuses what waited for it in its sockets. */
class PulseTest {
    private long nanos = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(10); // wraps around in the tests
    private long wall = TimeUnit.DAYS.toNanos(20_000);
    private final Pulse pulse = new Pulse(() -> nanos, () -> wall);

    private void pass(int millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        wall += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void beatFor(int millis) {
        for (int passed = 0; passed < millis; passed += 200) {
            pass(200);
            pulse.beat();
        }
    }

    private void assertTakes() {
        assertThatCode(pulse::check).doesNotThrowAnyException();
    }

    private void assertRefuses() {
        assertThatThrownBy(pulse::check).isInstanceOf(UnavailableException.class);
    }

    @Test
    void steadyPulse_takesCommands() {
        assertTakes();
        beatFor(60_000);
        assertTakes();
    }

    @Test
    void shortPause_isNoHarm() {
        pass(4_900);
        assertTakes();
        pulse.beat();
        assertTakes();
    }

    @Test
    void wokenProcess_refusesBeforeItsFirstBeatAndForSomeSecondsAfter() {
        beatFor(1_000);
        pass(40_000);
        assertRefuses();
        pulse.beat();
        assertRefuses();
        beatFor(2_800);
        assertRefuses();
        beatFor(200);
        assertTakes();
    }

    @Test
    void sleepingMachine_isNoticedByTheWallClock() {
        wall += TimeUnit.SECONDS.toNanos(40);
        assertRefuses();
        pulse.beat();
        assertRefuses();
        beatFor(3_000);
        assertTakes();
    }

    @Test
    void wallClockSetBack_isNoHarm() {
        wall -= TimeUnit.HOURS.toNanos(1);
        pulse.beat();
        assertTakes();
    }
}
