package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ours.md section 1, robustsession-client.md rules 12 and 30. */
class InputLineTest {
    @Test
    void clean_cutsAtTheFirstLineEnd() {
        assertThat(InputLine.clean("a\r\nb")).isEqualTo("a");
        assertThat(InputLine.clean("a\nb\r")).isEqualTo("a");
        assertThat(InputLine.clean("\ra")).isEmpty();
    }

    @Test
    void clean_dropsNul() {
        assertThat(InputLine.clean("a\0b\0")).isEqualTo("ab");
    }

    @Test
    void clean_goodLine_stays() {
        assertThat(InputLine.clean("PRIVMSG #c :grüße")).isEqualTo("PRIVMSG #c :grüße");
    }

    @Test
    void tooLong_countsBytesWithoutTags() {
        assertThat(InputLine.tooLong("x".repeat(510))).isFalse();
        assertThat(InputLine.tooLong("x".repeat(511))).isTrue();
        assertThat(InputLine.tooLong("é".repeat(255))).isFalse();
        assertThat(InputLine.tooLong("é".repeat(256))).isTrue();
        assertThat(InputLine.tooLong("@t=" + "y".repeat(4_092) + " " + "x".repeat(510))).isFalse();
        assertThat(InputLine.tooLong("@t=" + "y".repeat(4_093) + " x")).isTrue();
    }

    @Test
    void tooLong_replacedBytes_countAsOne() {
        assertThat(InputLine.tooLong("\uFFFD".repeat(510))).isFalse();
        assertThat(InputLine.tooLong("\uFFFD".repeat(511))).isTrue();
    }
}
