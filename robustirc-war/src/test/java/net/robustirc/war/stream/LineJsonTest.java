package net.robustirc.war.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineJsonTest {
    private static String line(String text) {
        return new String(LineJson.line(7, 2, text), StandardCharsets.UTF_8);
    }

    @Test
    void line_isTheExampleOfTheSpecification() {
        // http-api.md 3.5
        assertThat(
                        LineJson.line(
                                4648398125000000011L,
                                1,
                                ":robustirc.net 001 alice :Welcome to RobustIRC!"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"Id\":{\"Id\":4648398125000000011,\"Reply\":1},"
                                + "\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":3,"
                                + "\"Data\":\":robustirc.net 001 alice :Welcome to RobustIRC!\","
                                + "\"UnixNano\":0}\n");
    }

    @Test
    void ping_isTheExampleOfTheSpecification() {
        // http-api.md 3.5
        assertThat(LineJson.ping(List.of("a:1", "b:2", "c:3")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"Id\":{\"Id\":0,\"Reply\":0},\"Session\":{\"Id\":0,\"Reply\":0},"
                                + "\"Type\":4,\"Data\":\"\",\"UnixNano\":0,"
                                + "\"Servers\":[\"a:1\",\"b:2\",\"c:3\"]}\n");
    }

    /** Code points in hexadecimal, and how Go's encoder writes them. */
    @ParameterizedTest
    @CsvSource({
        "3c, \\u003c",
        "3e, \\u003e",
        "26, \\u0026",
        "2028, \\u2028",
        "2029, \\u2029",
        "22, \\\"",
        "5c, \\\\",
        "9, \\t",
        "a, \\n",
        "d, \\r",
        "1, \\u0001",
        "2, \\u0002",
        "1f, \\u001f",
        "3, \\u0003",
        "0, \\u0000",
        "d800, \\ufffd",
        "dc00, \\ufffd"
    })
    void line_escapesLikeGo(String codePoint, String expected) {
        String text = "a" + (char) Integer.parseInt(codePoint, 16) + "b";
        assertThat(line(text)).contains("\"Data\":\"a" + expected + "b\",");
    }

    @Test
    void line_leavesOtherCharactersAsUtf8() {
        String text = "/'~\u007f\u0080\u00e9\u07ff\u0800\u20ac\ufffd\uffff\ud834\udd1e\udbff\udfff";
        assertThat(line(text)).contains("\"Data\":\"" + text + "\",");
    }
}
