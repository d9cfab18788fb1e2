package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final int[] CODE_POINTS = {'a', 'é', 'ÿ', '€', 0xFFFD, 0x1F600, 0x10FFFF};

    @Test
    void length_anyText_asTheEncoderSays() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String text = text(random, random.nextInt(20));
            assertThat(Utf8.length(text)).isEqualTo(encoded(text).length);
        }
    }

    @Test
    void compare_anyTexts_asTheirBytes() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            String one = text(random, random.nextInt(3));
            String other = text(random, random.nextInt(3));
            assertThat(Integer.signum(Utf8.compare(one, other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(
                            Integer.signum(Arrays.compareUnsigned(encoded(one), encoded(other))));
        }
    }

    @Test
    void cut_anyText_longestBeginningOfWholeCharacters() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            String text = text(random, random.nextInt(20));
            int max = random.nextInt(30);
            String cut = Utf8.cut(text, max);
            assertThat(text).startsWith(cut);
            assertThat(encoded(cut).length).isLessThanOrEqualTo(max);
            if (cut.length() < text.length()) {
                int next = text.codePointAt(cut.length());
                String longer = cut + Character.toString(next);
                assertThat(encoded(longer).length).isGreaterThan(max);
            }
        }
    }

    @Test
    void fits_aroundTheLimit() {
        assertThat(Utf8.fits("x".repeat(510), 510)).isTrue();
        assertThat(Utf8.fits("x".repeat(511), 510)).isFalse();
        assertThat(Utf8.fits("€".repeat(170), 510)).isTrue();
        assertThat(Utf8.fits("€".repeat(170) + "x", 510)).isFalse();
    }

    @Test
    void wellFormed_unpairedSurrogates_replaced() {
        assertThat(Utf8.wellFormed("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(Utf8.wellFormed("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(Utf8.wellFormed("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00");
    }

    @Test
    void wellFormed_goodText_sameObject() {
        String text = "grüße \uD83D\uDE00";
        assertThat(Utf8.wellFormed(text)).isSameAs(text);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
        }
        return text.toString();
    }

    private static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
