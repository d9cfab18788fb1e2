package net.robustirc.session.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateAnswerTest {
    private static CreateAnswer parse(String text) throws MalformedAnswerException {
        return CreateAnswer.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void members_areReadInAnyCaseAndOthersIgnored() throws MalformedAnswerException {
        assertThat(
                        parse(
                                "{\"sessionID\":\"0x1f\",\"Extra\":{\"a\":[1]},\"Sessionauth\":\"ab\",\"PREFIX\":\"robust.test\"}\n"))
                .isEqualTo(new CreateAnswer("0x1f", "ab", "robust.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{}",
                "{\"Sessionid\":\"0x1\",\"Sessionauth\":\"ab\"}",
                "{\"Sessionid\":\"../x\",\"Sessionauth\":\"ab\",\"Prefix\":\"p\"}",
                "{\"Sessionid\":\"0x1\",\"Sessionauth\":\"a\\r\\nb\",\"Prefix\":\"p\"}",
                "{\"Sessionid\":\"0x1\",\"Sessionauth\":\"ab\",\"Prefix\":\"a b\"}",
                "{\"Sessionid\":1,\"Sessionauth\":\"ab\",\"Prefix\":\"p\"}"
            })
    void unusableAnswer_isRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedAnswerException.class);
    }
}
