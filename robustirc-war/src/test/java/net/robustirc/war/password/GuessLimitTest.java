package net.robustirc.war.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5);
    private final GuessLimit limit = new GuessLimit(2, now::get);

    @Test
    void furtherGuess_isNotHeard_untilTheMinuteIsOver() {
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        assertThat(limit.admits("b")).isTrue();
        now.addAndGet(60 * SECOND - 1);
        assertThat(limit.admits("a")).isFalse();
        now.addAndGet(1);
        assertThat(limit.admits("a")).isTrue();
    }

    @Test
    void rightGuess_doesNotCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.admits("a")).isTrue();
            limit.wasRight("a");
        }
    }

    @Test
    void memory_isBounded() {
        limit.admits("a");
        limit.admits("a");
        for (int i = 0; i < 10_000; i++) {
            limit.admits("n" + i);
        }
        assertThat(limit.admits("a")).isTrue();
    }
}
