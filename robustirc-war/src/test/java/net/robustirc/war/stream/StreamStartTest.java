package net.robustirc.war.stream;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.stream.StreamStart.Verdict;
import org.junit.jupiter.api.Test;

final class StreamStartTest {
    private static final SessionId SESSION = new SessionId(1000);

    private static StreamStart start(MessageId lastSeen, long floor, long networkFloor) {
        return StreamStart.of(SESSION, lastSeen, floor, networkFloor);
    }

    @Test
    void start_isTheSessionsBirth() {
        StreamStart start = start(MessageId.START, 999, 0);
        assertThat(start).isEqualTo(new StreamStart(Verdict.HERE, new MessageId(1000, 0)));
    }

    @Test
    void positionBeforeTheSession_isItsBirth() {
        StreamStart start = start(new MessageId(17, 3), 500, 0);
        assertThat(start).isEqualTo(new StreamStart(Verdict.HERE, new MessageId(1000, 0)));
    }

    @Test
    void positionAboveTheFloor_isServedFromThere() {
        MessageId seen = new MessageId(2001, 3);
        assertThat(start(seen, 2000, 1500)).isEqualTo(new StreamStart(Verdict.HERE, seen));
    }

    @Test
    void positionAtOrBelowTheFloor_isServedElsewhere() {
        // Whether it was the last line of that command nobody here can tell.
        assertThat(start(new MessageId(2000, 1), 2000, 1500).verdict())
                .isEqualTo(Verdict.ELSEWHERE);
        assertThat(start(new MessageId(1501, 1), 2000, 1500).verdict())
                .isEqualTo(Verdict.ELSEWHERE);
    }

    @Test
    void positionAtOrBelowTheNetworksFloor_isLost() {
        assertThat(start(new MessageId(1500, 1), 2000, 1500).verdict()).isEqualTo(Verdict.LOST);
        assertThat(start(MessageId.START, 2000, 1500).verdict()).isEqualTo(Verdict.LOST);
    }

    @Test
    void positionThatThisNodeStillHolds_isServedThoughOthersMayNot() {
        assertThat(start(new MessageId(1400, 1), 1200, 1500).verdict()).isEqualTo(Verdict.HERE);
    }
}
