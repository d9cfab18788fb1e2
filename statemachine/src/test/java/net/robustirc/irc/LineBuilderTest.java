package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ours.md section 2: free text always with colon, tokens only where needed. */
class LineBuilderTest {
    @Test
    void text_alwaysHasAColon() {
        assertThat(LineBuilder.of("ERROR").text("bye").build()).isEqualTo("ERROR :bye");
        assertThat(LineBuilder.from("s", "X").text("").build()).isEqualTo(":s X :");
    }

    @Test
    void last_colonWhereNeeded() {
        assertThat(LineBuilder.of("PONG").last("x").build()).isEqualTo("PONG x");
        assertThat(LineBuilder.of("PONG").last("").build()).isEqualTo("PONG :");
        assertThat(LineBuilder.of("PONG").last("a b").build()).isEqualTo("PONG :a b");
        assertThat(LineBuilder.of("PONG").last(":a").build()).isEqualTo("PONG ::a");
    }

    @Test
    void word_neverBreaksTheLine() {
        assertThat(LineBuilder.of("X").word("").word("a b").word(":c").word("::").last("d").build())
                .isEqualTo("X * a c * d");
    }

    @Test
    void from_userPrefix() {
        assertThat(LineBuilder.from(new Prefix("n", "u", "h"), "JOIN").last("#c").build())
                .isEqualTo(":n!u@h JOIN #c");
    }

    @Test
    void build_tooLong_cutAtACharacter() {
        String line = LineBuilder.of("A").text("x" + "€".repeat(300)).build();
        // "A :x" is 4 bytes; 168 times 3 fit into the 506 that are left.
        assertThat(line).isEqualTo("A :x" + "€".repeat(168));
    }
}
