package net.robustirc.statemachine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Fields;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void split_emptyPartsAreLeftOut() {
        assertThat(Words.split(",a,,b,", ',')).containsExactly("a", "b");
        assertThat(Words.split("", ',')).isEmpty();
    }

    @Test
    void fields_emptyPartsKeepTheirPlaces() {
        assertThat(Fields.of(",a,,b,", ',')).containsExactly("", "a", "", "b", "");
        assertThat(Fields.of("", ',')).containsExactly("");
        assertThat(Fields.of("a", ',')).containsExactly("a");
    }

    @Test
    void lines_longList_keepsEveryItemUnderTheLimit() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add("nick" + "é".repeat(i % 13) + i);
        }
        String head = ":s 353 me = #c :";
        List<String> lines = Words.lines(head, items, ' ');
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith(head);
            assertThat(bytes(lines.get(i))).isLessThanOrEqualTo(510);
            List<String> words = List.of(lines.get(i).substring(head.length()).split(" "));
            if (i > 0) {
                // The line before had no room for the first item of this one.
                assertThat(bytes(lines.get(i - 1)) + 1 + bytes(words.get(0))).isGreaterThan(510);
            }
            found.addAll(words);
        }
        assertThat(found).isEqualTo(items);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void lines_noItems_noLines() {
        assertThat(Words.lines("head", List.of(), ' ')).isEmpty();
    }

    @Test
    void number_onlyDecimalDigits() {
        assertThat(Words.number("12")).isEqualTo(12);
        assertThat(Words.number("999999999")).isEqualTo(999_999_999);
        for (String bad : List.of("", "x", "-1", "+1", "1 ", "1234567890", "١")) {
            assertThat(Words.number(bad)).isEqualTo(-1);
        }
    }

    @Test
    void modeEcho_changesThatDoNotFit_goOnTheNextLine() {
        String head = ":a!b@c MODE #c";
        ModeEcho echo = new ModeEcho(head);
        for (int i = 0; i < 20; i++) {
            echo.add(i < 15, 'b', "m" + i + "x".repeat(40) + "!*@*");
        }
        List<String> lines = echo.lines().stream().map(ModeEcho.Line::changes).toList();
        // 510 - 14 - 1 = 495 bytes: a sign and ten times 48 are 481; two signs and ten times 49 are
        // 492.
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("+bbbbbbbbbb m0x").contains(" m9x");
        assertThat(lines.get(1)).startsWith("+bbbbb-bbbbb m10x").contains(" m19x");
        assertThat(lines).allMatch(line -> bytes(head + " " + line) <= 510);
    }
}
