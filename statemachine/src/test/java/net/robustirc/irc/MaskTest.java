package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
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

    /** Two characters that differ in one byte each, so that half of one is not taken for it. */
    private static String random(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** By the definition: what each character of the mask may stand for, tried out. */
    private static boolean naive(String mask, String text) {
        boolean[][] fits = new boolean[mask.length() + 1][text.length() + 1];
        fits[0][0] = true;
        for (int m = 1; m <= mask.length(); m++) {
            char c = mask.charAt(m - 1);
            for (int t = 0; t <= text.length(); t++) {
                for (int from = 0; from <= t; from++) {
                    boolean one = from == t - 1 && (c == '?' || c == text.charAt(from));
                    fits[m][t] |= fits[m - 1][from] && (c == '*' || one);
                }
            }
        }
        return fits[mask.length()][text.length()];
    }

    @Test
    void matches_anyMask_asTheDefinitionSays() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 30_000; i++) {
            String mask = random(random, "ab\u0161\u0162*?", 12);
            String text = random(random, "ab\u0161\u0162", i % 100 == 0 ? 200 : 10);
            boolean expected = naive(mask, text);
            found += expected ? 1 : 0;
            assertThat(Mask.matches(mask, text)).as(mask + " " + text).isEqualTo(expected);
            assertThat(MaskBits.matches(mask, text)).as(mask + " " + text).isEqualTo(expected);
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void matches_longTexts_asTheDefinitionSays() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            String text = random(random, "ab", 200);
            int from = random.nextInt(text.length() + 1);
            String part = text.substring(from, from + random.nextInt(text.length() - from + 1));
            for (String mask : List.of("*" + part + "*", "*" + part + "b", "?" + part + "*a*")) {
                assertThat(Mask.matches(mask, text)).isEqualTo(naive(mask, text));
                assertThat(MaskBits.matches(mask, text)).isEqualTo(naive(mask, text));
            }
        }
    }

    @Test
    void matches_maskThatGoesBackOften_takesFewSteps() {
        String mask = "*" + "a".repeat(100_000) + "b";
        String text = "a".repeat(200_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(Mask.matches(mask, text)).isFalse());
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
