package net.robustirc.war.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's duration syntax, as its documentation describes it. */
class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "0s,PT0S",
        "10m0s,PT10M",
        "500ms,PT0.5S",
        "1h30m,PT1H30M",
        "1.5s,PT1.5S",
        ".5s,PT0.5S",
        "1.s,PT1S",
        "2us,PT0.000002S",
        "2µs,PT0.000002S",
        "3ns,PT0.000000003S",
        "1m1m,PT2M",
        "2540400h,PT2540400H"
    })
    void parse_readsNanoseconds(String text, Duration expected) {
        assertThat(GoDuration.parse(text)).hasValue(expected.toNanos());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "m", "-5s", "1d", "5 s", "1..5s", ".s", "s5", "3000000h", "1e3s"})
    void parse_ofAnythingElse_isNothing(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }
}
