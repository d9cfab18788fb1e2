package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLI = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void firstBatch_goesAtOnce() {
        assertThat(pace.delay(1, 0)).isZero();
    }

    @Test
    void batch_waitsForAsManyAsWentBefore_butNotLongerThanThatTook() {
        pace.done(3, 2 * MILLI, 100 * MILLI);

        assertThat(pace.delay(2, 100 * MILLI)).isEqualTo(2 * MILLI);
        assertThat(pace.delay(2, 101 * MILLI)).isEqualTo(MILLI);
        assertThat(pace.delay(2, 102 * MILLI)).isZero();
        assertThat(pace.delay(3, 100 * MILLI)).isZero();
    }

    @Test
    void slowBatch_doesNotMakeTheNextWaitLong() {
        pace.done(2, 9_000 * MILLI, 0);

        assertThat(pace.delay(1, 0)).isEqualTo(Pace.MAX_WAIT_NANOS);
    }

    @Test
    void loneClient_neverWaits() {
        pace.done(1, 4 * MILLI, 0);

        assertThat(pace.delay(1, 0)).isZero();
    }
}
