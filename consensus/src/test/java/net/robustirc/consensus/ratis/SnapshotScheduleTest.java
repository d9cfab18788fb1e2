package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import org.junit.jupiter.api.Test;

class SnapshotScheduleTest {
    private final SnapshotSchedule schedule =
            new SnapshotSchedule(new SnapshotPolicy(1000, 1_000_000));

    @Test
    void nothing_isDue_withoutCommands() {
        assertThat(schedule.due()).isFalse();
    }

    @Test
    void commands_makeItDue_withinTenPercentOfThePolicy() {
        schedule.count(899, 0);
        assertThat(schedule.due()).isFalse();

        schedule.count(201, 0);

        assertThat(schedule.due()).isTrue();
    }

    @Test
    void bytes_makeItDue_too() {
        schedule.count(1, 899_000);
        assertThat(schedule.due()).isFalse();

        schedule.count(1, 201_000);

        assertThat(schedule.due()).isTrue();
    }

    @Test
    void restart_beginsToCountAnew() {
        schedule.count(5000, 0);

        schedule.restart();

        assertThat(schedule.due()).isFalse();
        schedule.count(899, 0);
        assertThat(schedule.due()).isFalse();
    }
}
