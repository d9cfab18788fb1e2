package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadLineTest {
    @Test
    void parse_ofADeliveredLine_findsWhatWasPosted() {
        assertThat(LoadLine.parse(":nick!user@host PRIVMSG #load-1 :L 12 345 -6789 xxxx"))
                .contains(new LoadLine(12, 345, -6789));
    }

    @Test
    void text_reachesTheLengthAskedFor() {
        String text = new LoadLine(1, 2, 3).text(64);

        assertThat(text).startsWith("L 1 2 3 xxx").hasSize(64);
        assertThat(LoadLine.parse(":a!b@c PRIVMSG #d :" + text)).contains(new LoadLine(1, 2, 3));
    }

    @Test
    void text_isNeverCut() {
        assertThat(new LoadLine(1, 2, 3).text(0)).isEqualTo("L 1 2 3 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":server 366 nick #load-1 :End of NAMES list",
                ":a!b@c PRIVMSG #d :hello",
                ":a!b@c PRIVMSG #d :L 1",
                ":a!b@c NOTICE #d :L 1 2 3 x",
                ""
            })
    void parse_ofAnotherLine_isEmpty(String line) {
        assertThat(LoadLine.parse(line)).isEmpty();
    }
}
