package net.robustirc.session.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static String post(String line, long id) {
        return new String(JsonText.post(line, id), StandardCharsets.UTF_8);
    }

    @Test
    void plainText_isWrittenAsItIs() {
        assertThat(post("PRIVMSG #c :<b>&\u00fc\ud83d\ude00", 7))
                .isEqualTo(
                        "{\"Data\":\"PRIVMSG #c :<b>&\u00fc\ud83d\ude00\",\"ClientMessageId\":7}");
    }

    @Test
    void quoteBackslashAndControls_areEscaped() {
        assertThat(post("\"\\\u0001\u001f\0", 1))
                .isEqualTo("{\"Data\":\"\\\"\\\\\\u0001\\u001f\\u0000\",\"ClientMessageId\":1}");
    }

    @Test
    void loneSurrogates_areReplaced() {
        assertThat(post("a\ud83db\ude00", 1))
                .isEqualTo("{\"Data\":\"a\ufffdb\ufffd\",\"ClientMessageId\":1}");
    }

    @Test
    void id_isUnsigned() {
        assertThat(post("", -1)).endsWith(":18446744073709551615}");
    }

    @Test
    void quit_carriesItsText() {
        assertThat(new String(JsonText.quit("bye \"all\""), StandardCharsets.UTF_8))
                .isEqualTo("{\"Quitmessage\":\"bye \\\"all\\\"\"}");
    }
}
