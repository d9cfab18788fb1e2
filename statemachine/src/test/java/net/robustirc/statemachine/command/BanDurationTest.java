package net.robustirc.statemachine.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "30, 1800",
        "45s, 45",
        "1h, 3600",
        "1d12h, 129600",
        "1w1d1h1m1s, 694861",
        "2h30, 9000",
        "0s, 0",
        "999999999w, 315360000"
    })
    void duration_isSeconds_andNakedNumbersAreMinutes(String text, long seconds) {
        assertThat(BanDuration.parse(text)).hasValue(seconds * 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "h", "1x", "-1h", "1hh", "alice", "192.0.2.1", "1234567890", "\u0661h"})
    void duration_thatIsNone_isNone(String text) {
        assertThat(BanDuration.parse(text)).isEmpty();
    }
}
