package net.robustirc.session.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.session.MessagePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of robustsession-client.md section 3. */
class StreamDecoderTest {
    private static final String FIRST =
            "{\"Id\":{\"Id\":4648398125000000011,\"Reply\":1},\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":3,\"Data\":\":s 001 a :Hi {[\\\"}\",\"UnixNano\":0}";
    private static final String PING =
            "{\"Id\":{\"Id\":0,\"Reply\":0},\"Type\":4,\"Data\":\"\",\"Servers\":[\"a:1\",\"[::1]:2\"]}";

    private final List<StreamObject> objects = new ArrayList<>();
    private final StreamDecoder decoder = new StreamDecoder(objects::add);

    private void feed(String text) throws MalformedAnswerException {
        feed(text.getBytes(StandardCharsets.UTF_8));
    }

    private void feed(byte[] bytes) throws MalformedAnswerException {
        decoder.feed(Unpooled.wrappedBuffer(bytes));
    }

    private void assertFirstAndPing() {
        assertThat(objects)
                .containsExactly(
                        new StreamObject(
                                3,
                                new MessagePosition(4648398125000000011L, 1),
                                ":s 001 a :Hi {[\"}",
                                List.of()),
                        new StreamObject(4, MessagePosition.START, "", List.of("a:1", "[::1]:2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  ", "\r\n\t"})
    void objects_gluedOrApart_areCut(String separator) throws MalformedAnswerException {
        feed(separator + FIRST + separator + PING + separator);
        assertFirstAndPing();
    }

    @Test
    void objects_inOneByteChunks_areJoined() throws MalformedAnswerException {
        for (byte b : (FIRST + "\n" + PING).getBytes(StandardCharsets.UTF_8)) {
            feed(new byte[] {b});
        }
        assertFirstAndPing();
    }

    @Test
    void objects_cutAnywhere_areJoined() throws MalformedAnswerException {
        String text = FIRST + "\n" + PING;
        for (int cut = 1; cut < text.length(); cut++) {
            objects.clear();
            feed(text.substring(0, cut));
            feed(text.substring(cut));
            assertFirstAndPing();
        }
    }

    @Test
    void prettyPrintedLowerCaseKeysAndUnknownMembers_areRead() throws MalformedAnswerException {
        feed(
                "{\n \"more\": [{\"type\": 9}],\n \"id\": {\"id\": 5, \"reply\": 6, \"x\": {}},\n"
                        + " \"type\": 3,\n \"data\": \"hi\"\n}\n");
        assertThat(objects)
                .containsExactly(new StreamObject(3, new MessagePosition(5, 6), "hi", List.of()));
    }

    @Test
    void unknownType_isNeitherLineNorPing() throws MalformedAnswerException {
        feed("{\"Type\":99,\"Data\":\"x\",\"Id\":{\"Id\":1,\"Reply\":1}}");
        assertThat(objects).singleElement().matches(o -> !o.isLine() && !o.isPing());
    }

    @Test
    void nullData_isAnEmptyLine() throws MalformedAnswerException {
        feed("{\"Type\":3,\"Data\":null,\"Id\":{\"Id\":1,\"Reply\":1}}");
        assertThat(objects).singleElement().matches(o -> o.isLine() && o.data().isEmpty());
    }

    @Test
    void lineWithoutId_hasNoPosition() throws MalformedAnswerException {
        feed("{\"Type\":3,\"Data\":\"x\"}");
        assertThat(objects)
                .singleElement()
                .matches(o -> o.position().equals(MessagePosition.START));
    }

    @Test
    void longData_isPassedWhole() throws MalformedAnswerException {
        String data = "x".repeat(3000);
        feed("{\"Type\":3,\"Data\":\"" + data + "\",\"Id\":{\"Id\":1,\"Reply\":1}}");
        assertThat(objects).singleElement().matches(o -> o.data().equals(data));
    }

    @Test
    void invalidUtf8_isReplaced() throws MalformedAnswerException {
        byte[] bytes =
                "{\"Type\":3,\"Data\":\"a\u00ffb\",\"Id\":{\"Id\":1,\"Reply\":1}}"
                        .getBytes(StandardCharsets.ISO_8859_1);
        feed(bytes);
        assertThat(objects).singleElement().matches(o -> o.data().equals("a\ufffdb"));
    }

    @Test
    void idsAboveSignedRange_areReadUnsigned() throws MalformedAnswerException {
        feed(
                "{\"Type\":3,\"Data\":\"\",\"Id\":{\"Id\":18446744073709551615,\"Reply\":9223372036854775808}}");
        assertThat(objects.get(0).position())
                .hasToString("18446744073709551615.9223372036854775808");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"a:1\"", "[]", "[null, 5, {\"x\":[]}]"})
    void serversNotAsExpected_areNone(String servers) throws MalformedAnswerException {
        feed(
                "{\"Type\":4,\"Data\":\"\",\"Servers\":"
                        + servers
                        + ",\"Id\":{\"Id\":0,\"Reply\":0}}");
        assertThat(objects).singleElement().matches(o -> o.isPing() && o.servers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"Type\":4}]",
                "hello",
                "\"text\"",
                "<html>",
                "}",
                "{\"Type\":3]",
                "{\"Type\":3.0}",
                "{\"Type\":\"3\"}",
                "{\"Data\":5}",
                "{\"Id\":7}",
                "{\"Id\":{\"Id\":\"7\",\"Reply\":0}}",
                "{\"Id\":{\"Id\":3e3,\"Reply\":0}}",
                "{\"Id\":{\"Id\":-1,\"Reply\":0}}",
                "{\"Id\":{\"Id\":18446744073709551616,\"Reply\":0}}",
                "{\"Type\" 3}"
            })
    void nonsense_isRefused(String text) {
        assertThatThrownBy(() -> feed(text)).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void endlessObject_isRefused() throws MalformedAnswerException {
        feed("{\"Data\":\"");
        byte[] piece = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 17; i++) {
                                feed(piece);
                            }
                        })
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("too long");
    }
}
