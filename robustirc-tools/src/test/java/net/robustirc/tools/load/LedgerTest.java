package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.robustirc.tools.load.Ledger.Faults;
import org.junit.jupiter.api.Test;

final class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void lines_inOrder_areFaultless() {
        arrive(1, 2, 3, 4);

        assertThat(judge(4)).isEqualTo(new Faults(0, 0, 0));
    }

    @Test
    void line_missingInTheMiddle_isLost() {
        arrive(1, 2, 4, 5);

        assertThat(judge(5)).isEqualTo(new Faults(1, 0, 0));
    }

    @Test
    void lines_missingAtTheEnd_areLost() {
        arrive(1, 2);

        assertThat(judge(5)).isEqualTo(new Faults(3, 0, 0));
    }

    @Test
    void lines_ofASilentPoster_areLost() {
        assertThat(judge(2)).isEqualTo(new Faults(2, 0, 0));
    }

    @Test
    void line_comingTwice_isDoubled() {
        arrive(1, 2, 2, 3, 1);

        assertThat(judge(3)).isEqualTo(new Faults(0, 2, 0));
    }

    @Test
    void line_afterALaterOne_isReorderedOnceAndNotLost() {
        arrive(1, 3, 4, 2, 2);

        assertThat(judge(4)).isEqualTo(new Faults(0, 1, 1));
    }

    @Test
    void line_ofUnknownOutcome_mayBeMissingOrThere() {
        arrive(1, 3);

        assertThat(ledger.judge(7, 4, Set.of(2L, 4L))).isEqualTo(new Faults(0, 0, 0));
    }

    @Test
    void posters_areJudgedApart() {
        ledger.arrived(1, 1);
        ledger.arrived(2, 2);

        assertThat(ledger.judge(1, 1, Set.of())).isEqualTo(new Faults(0, 0, 0));
        assertThat(ledger.judge(2, 2, Set.of())).isEqualTo(new Faults(1, 0, 0));
    }

    @Test
    void faults_ofAllReaders_addUp() {
        assertThat(new Faults(1, 2, 3).plus(new Faults(10, 20, 30)))
                .isEqualTo(new Faults(11, 22, 33));
    }

    private void arrive(long... sequences) {
        for (long sequence : sequences) {
            ledger.arrived(7, sequence);
        }
    }

    private Faults judge(long last) {
        return ledger.judge(7, last, Set.of());
    }
}
