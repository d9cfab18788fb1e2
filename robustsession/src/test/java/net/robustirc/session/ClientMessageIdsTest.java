package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClientMessageIdsTest {
    @Test
    void zeroAndRepetitions_areSkipped() {
        Iterator<Long> numbers = List.of(0L, 1L, 10L, 10L, 11L, 12L).iterator();
        RandomGenerator scripted = numbers::next;
        ClientMessageIds ids = new ClientMessageIds(scripted);
        assertThat(ids.next()).isEqualTo(5); // 0 and 1 shift to 0
        assertThat(ids.next()).isEqualTo(6); // 10 and 11 shift to 5 again
    }

    @Test
    void ids_fitSixtyThreeBits() {
        ClientMessageIds ids = new ClientMessageIds(new SplittableRandom(1));
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.next()).isPositive();
        }
    }
}
