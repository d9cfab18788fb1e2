package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Backoff backoff = new Backoff(now::get);

    @Test
    void rest_doubles_upToAMinute() {
        assertThat(backoff.resting()).isFalse();
        for (long millis : new long[] {500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000}) {
            backoff.done(false);
            assertRests(Duration.ofMillis(millis));
        }
        backoff.done(false);
        assertRests(Duration.ofMinutes(1));
    }

    @Test
    void success_forgetsTheFailures() {
        backoff.done(false);
        backoff.done(false);
        backoff.done(true);
        assertThat(backoff.resting()).isFalse();
        backoff.done(false);
        assertRests(Duration.ofMillis(500));
    }

    private void assertRests(Duration rest) {
        now.addAndGet(rest.toNanos() - 1);
        assertThat(backoff.resting()).isTrue();
        now.incrementAndGet();
        assertThat(backoff.resting()).isFalse();
    }
}
