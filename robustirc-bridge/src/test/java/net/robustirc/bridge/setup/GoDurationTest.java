package net.robustirc.bridge.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0s, 0",
        "1s, 1000",
        "500ms, 500",
        "1m30s, 90000",
        "1.5h, 5400000",
        ".5s, 500",
        "1h2m3s4ms, 3723004",
        "2000us, 2"
    })
    void goSpelling_isRead(String text, long millis) {
        assertThat(GoDuration.parse("-f", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "s", "-1s", "1s ", "1x", "1s1", "one", "99999999999h"})
    void other_isRefused(String text) {
        assertThatThrownBy(() -> GoDuration.parse("-f", text))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("-f=" + text + " is not a duration");
    }
}
