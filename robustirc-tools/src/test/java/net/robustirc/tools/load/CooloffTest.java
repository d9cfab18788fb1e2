package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CooloffTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PostMessageCooloff = \"0\"",
                "PostMessageCooloff=\"0s\"",
                "SessionExpiration = \"30m\"\n  PostMessageCooloff = '0ms' # off\n"
            })
    void zero_isNoThrottle(String toml) {
        assertThat(Cooloff.of(toml)).isEmpty();
    }

    @Test
    void time_isNamed() {
        assertThat(Cooloff.of("PostMessageCooloff = \"500ms\"\n")).contains("500ms");
        assertThat(Cooloff.of("PostMessageCooloff = \"0.5s\"\n")).contains("0.5s");
    }

    @Test
    void missingKey_isTheDefault() {
        assertThat(Cooloff.of("# PostMessageCooloff = \"0\"\n")).contains("the default");
    }
}
