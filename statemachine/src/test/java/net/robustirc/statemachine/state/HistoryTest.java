package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.irc.Nick;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History.Former former(String nick, int number) {
        return new History.Former(Nick.parse(nick).orElseThrow(), "u" + number, "h", "r", number);
    }

    @Test
    void plus_moreThanMax_forgetsTheOldest() {
        History history = History.NONE;
        for (int i = 0; i < History.MAX + 2; i++) {
            history = history.plus(former(i < 3 ? "Old" : "n" + i, i));
        }
        assertThat(history.byNumber()).hasSize(History.MAX);
        assertThat(history.byNick()).hasSize(History.MAX);
        assertThat(history.find(Nick.parse("old").orElseThrow(), 20))
                .containsExactly(former("Old", 2));
    }

    @Test
    void find_newestFirst_noMoreThanAsked() {
        History history = History.NONE;
        for (int i = 0; i < 5; i++) {
            history = history.plus(former("a", i)).plus(former("b", i));
        }
        assertThat(history.find(Nick.parse("A").orElseThrow(), 2))
                .containsExactly(former("a", 4), former("a", 3));
        assertThat(history.find(Nick.parse("c").orElseThrow(), 2)).isEmpty();
    }
}
