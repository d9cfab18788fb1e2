package net.robustirc.war.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import net.robustirc.war.auth.FailedLogins.Judgement;
import net.robustirc.war.auth.FailedLogins.Verdict;
import org.junit.jupiter.api.Test;

/** Wrong passwords wait longer and longer, each address for itself. */
class FailedLoginsTest {
    private long now;
    private final FailedLogins failures = new FailedLogins(() -> now);

    @Test
    void delay_doublesUpTo5Seconds() {
        long[] delays = new long[9];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = failures.delayMillis("a");
        }

        assertThat(delays).containsExactly(100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000);
    }

    private Verdict guess(String address, boolean right) {
        return failures.judge(address, () -> right).verdict();
    }

    @Test
    void guesses_whileAnAnswerIsDue_areNotLookedAt() {
        assertThat(failures.judge("a", () -> false)).isEqualTo(new Judgement(Verdict.WRONG, 100));
        now += TimeUnit.MILLISECONDS.toNanos(40);

        assertThat(failures.judge("a", () -> fail("looked at")))
                .isEqualTo(new Judgement(Verdict.UNHEARD, 60));
        assertThat(guess("b", true)).isEqualTo(Verdict.RIGHT);
        now += TimeUnit.MILLISECONDS.toNanos(60);
        assertThat(guess("a", true)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void guesses_thatAreNotLookedAt_doNotProlongTheWait() {
        assertThat(guess("a", false)).isEqualTo(Verdict.WRONG);
        for (int i = 0; i < 5; i++) {
            assertThat(guess("a", false)).isEqualTo(Verdict.UNHEARD);
        }
        now += TimeUnit.MILLISECONDS.toNanos(100);

        assertThat(failures.judge("a", () -> false)).isEqualTo(new Judgement(Verdict.WRONG, 200));
    }

    @Test
    void delay_isEachAddressesOwn() {
        failures.delayMillis("a");

        assertThat(failures.delayMillis("b")).isEqualTo(100);
    }

    @Test
    void delay_afterAMinuteOfSilence_beginsAnew() {
        failures.delayMillis("a");
        now += TimeUnit.SECONDS.toNanos(61);

        assertThat(failures.delayMillis("a")).isEqualTo(100);
    }

    @Test
    void delay_ofTooManyAddresses_forgetsTheOldest() {
        failures.delayMillis("first");
        for (int i = 0; i < 10_000; i++) {
            failures.delayMillis("address " + i);
        }

        assertThat(failures.delayMillis("first")).isEqualTo(100);
        assertThat(failures.delayMillis("address 9999")).isEqualTo(200);
    }
}
