package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History.Former former(String nick, int number) {
        return former(nick, number, number + 1);
    }

    private static History.Former former(String nick, int number, long session) {
        return new History.Former(
                Nick.parse(nick).orElseThrow(),
                "u" + number,
                "h",
                "r",
                number,
                new SessionId(session));
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
    void plus_manyOfOneSession_keepsFiveOfThemAndAllOthers() {
        History history = History.NONE.plus(former("other", 0, 7));
        for (int i = 1; i < 2 * History.MAX; i++) {
            history = history.plus(former("n" + i, i, 8));
        }
        history = history.plus(former("next", 9, 9));
        assertThat(history.byNumber().values())
                .extracting(History.Former::nick)
                .extracting(Nick::toString)
                .containsExactly("other", "n1995", "n1996", "n1997", "n1998", "n1999", "next");
        assertThat(history.byNick()).hasSize(7);
        assertThat(history.bySession()).hasSize(7);
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
