package net.robustirc.statemachine.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation and the source of Go's {@code time.ParseDuration} say. */
class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "60s,60000000000",
        "1.5s,1500000000",
        ".5s,500000000",
        "5.s,5000000000",
        "-1.5h,-5400000000000",
        "+2m3s,123000000000",
        "1h15m30.918s,4530918000000",
        "2us,2000",
        "2\u00b5s,2000",
        "007ms,7000000",
        "0.0000000019s,1",
        "9223372036854775807ns,9223372036854775807",
        "9223372036s,9223372036000000000"
    })
    void nanos_ofADuration(String text, long nanos) {
        assertThat(GoDuration.parse(text)).isEqualTo(new GoDuration(nanos, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abcs|time: invalid duration \"abcs\"",
                "''|time: invalid duration \"\"",
                "-|time: invalid duration \"-\"",
                ".s|time: invalid duration \".s\"",
                "3|time: missing unit in duration \"3\"",
                "1s2|time: missing unit in duration \"1s2\"",
                "3xs|time: unknown unit \"xs\" in duration \"3xs\"",
                "1\u00e9|time: unknown unit \"\\xc3\\xa9\" in duration \"1\\xc3\\xa9\"",
                "1\"s|time: unknown unit \"\\\"s\" in duration \"1\\\"s\"",
                "9223372037s|time: invalid duration \"9223372037s\"",
                "9223372036s9223372036s|time: invalid duration \"9223372036s9223372036s\""
            })
    void error_ofWhatIsNone(String text, String error) {
        assertThat(GoDuration.parse(text)).isEqualTo(new GoDuration(0, error));
    }
}
