package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;

class MonitorsTest {
    private static final SessionId ONE = new SessionId(1);
    private static final SessionId TWO = new SessionId(2);

    private static Nick nick(String text) {
        return Nick.parse(text).orElseThrow();
    }

    @Test
    void watchers_areThoseWhoseListsHaveTheNick() {
        Monitors monitors =
                Monitors.NONE
                        .plus(TWO, nick("alice"))
                        .plus(ONE, nick("ALICE"))
                        .plus(ONE, nick("bob"));
        assertThat(monitors.watching(nick("Alice"))).containsExactly(ONE, TWO);
        assertThat(monitors.watching(nick("bob"))).containsExactly(ONE);
        assertThat(monitors.watching(nick("carol"))).isEmpty();
        assertThat(monitors.list(ONE)).extracting(Nick::toString).containsExactly("ALICE", "bob");
    }

    @Test
    void nothing_isLeftOfListsThatAreEmpty() {
        Monitors monitors =
                Monitors.NONE.plus(ONE, nick("a")).plus(ONE, nick("b")).plus(TWO, nick("b"));
        assertThat(monitors.minus(ONE).minus(TWO, nick("B"))).isEqualTo(Monitors.NONE);
        assertThat(monitors.minus(TWO, nick("a"))).isEqualTo(monitors);
        assertThat(monitors.minus(new SessionId(3))).isEqualTo(monitors);
    }
}
