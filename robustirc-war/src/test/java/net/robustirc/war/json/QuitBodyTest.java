package net.robustirc.war.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of DELETE: http-api.md 3.4, ours.md section 1. */
class QuitBodyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Quitmessage\":\"bye\"}|bye",
                "{\"quitmessage\":\"bye\",\"x\":[1]}|bye",
                "{\"Quitmessage\":\"\"}|``",
                "{\"Quitmessage\":null}|``",
                "{\"Quitmessage\":\"bye\"|``",
                "``|``"
            })
    void quitText_isWhatTheBodySays(String body, String expected) {
        assertThat(QuitBody.quitText(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }
}
