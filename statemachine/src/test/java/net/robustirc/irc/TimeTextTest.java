package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    private static final DateTimeFormatter JDK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Test
    void utc_anyTime_asTheJdkWritesIt() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long seconds = random.nextLong(9_000_000_000L);
            assertThat(TimeText.utc(seconds * 1_000_000_000L + 999))
                    .isEqualTo(JDK.format(Instant.ofEpochSecond(seconds)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,1970-01-01 00:00:00 UTC",
        "951782399,2000-02-28 23:59:59 UTC",
        "951782400,2000-02-29 00:00:00 UTC",
        "951868800,2000-03-01 00:00:00 UTC",
        "1481144012,2016-12-07 20:53:32 UTC",
        "4107542399,2100-02-28 23:59:59 UTC",
        "4107542400,2100-03-01 00:00:00 UTC"
    })
    void utc_leapDays(long seconds, String expected) {
        assertThat(TimeText.utc(seconds * 1_000_000_000L)).isEqualTo(expected);
    }

    /** As Go's Duration.String: irc-commands.md section 2, "Expiry". */
    @ParameterizedTest
    @CsvSource({
        "600000000000,10m0s",
        "1800000000000,30m0s",
        "3600000000000,1h0m0s",
        "90061500000000,25h1m1.5s",
        "59000000000,59s",
        "1500000000,1.5s",
        "500000000,500ms",
        "1500000,1.5ms",
        "1500,1.5µs",
        "15,15ns",
        "0,0s"
    })
    void duration_asGoWritesIt(long nanos, String expected) {
        assertThat(TimeText.duration(nanos)).isEqualTo(expected);
    }
}
