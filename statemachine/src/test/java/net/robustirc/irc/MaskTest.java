package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({
        "abc,abc,true",
        "abc,abcd,false",
        "abc,xabc,false",
        "a*,a,true",
        "a*,abc,true",
        "*c,abc,true",
        "*b*,abc,true",
        "a?c,abc,true",
        "a?c,ac,false",
        "?,a,true",
        "?,ab,false",
        "*,x,true",
        "**a**,bab,true",
        "*a?,xxab,true",
        "a*b*c,aXbYbZc,true",
        "a*b*c,aXbYbZ,false"
    })
    void matches_anchoredAtBothEnds(String mask, String text, boolean expected) {
        assertThat(Mask.matches(mask, text)).isEqualTo(expected);
    }

    @Test
    void matches_emptyMaskAndText() {
        assertThat(Mask.matches("", "")).isTrue();
        assertThat(Mask.matches("", "a")).isFalse();
        assertThat(Mask.matches("*", "")).isTrue();
        assertThat(Mask.matches("?", "")).isFalse();
    }

    @Test
    void matches_manyStars_takesNoExponentialTime() {
        String mask = "*a".repeat(200) + "b";
        String text = "a".repeat(5_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Mask.matches(mask, text)).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "nick,nick!*@*", "user@host,*!user@host", "nick!user,nick!user@*", "a!b@c,a!b@c",
        "@host,*!*@host", "nick!,nick!*@*", "!@,*!*@*", "*,*!*@*"
    })
    void completed_toNickUserHost(String typed, String expected) {
        assertThat(Mask.completed(typed)).isEqualTo(expected);
    }

    @Test
    void isPattern_wildcards() {
        assertThat(Mask.isPattern("a*")).isTrue();
        assertThat(Mask.isPattern("a?")).isTrue();
        assertThat(Mask.isPattern("a")).isFalse();
    }
}
