package net.robustirc.war.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessCountTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5);
    private final GuessCount guesses = new GuessCount(now::get);

    @Test
    void guesses_areCounted_untilTheMinuteIsOver() {
        assertThat(guesses.count("a")).isEqualTo(1);
        assertThat(guesses.count("a")).isEqualTo(2);
        assertThat(guesses.count("b")).isEqualTo(1);
        now.addAndGet(60 * SECOND - 1);
        assertThat(guesses.count("a")).isEqualTo(3);
        now.addAndGet(1);
        assertThat(guesses.count("a")).isEqualTo(1);
    }

    @Test
    void rightGuess_doesNotCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.count("a")).isEqualTo(1);
            guesses.wasRight("a");
        }
    }

    @Test
    void memory_isBounded() {
        guesses.count("a");
        for (int i = 0; i < 10_000; i++) {
            guesses.count("n" + i);
        }
        assertThat(guesses.count("a")).isEqualTo(1);
    }
}
