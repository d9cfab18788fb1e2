package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;

class SubmissionsTest {
    private static final long SECOND = 1_000_000_000L;

    private static Submissions with(Submissions submissions, int number, long time) {
        SubmissionId submission = new SubmissionId(1, number);
        return submissions.with(number, new Submissions.Applied(submission, time));
    }

    @Test
    void with_timeThatStandsStill_keepsTheNewest65536() {
        Submissions submissions = Submissions.NONE;
        for (int i = 1; i <= 70_000; i++) {
            submissions = with(submissions, i, SECOND);
        }
        assertThat(submissions.order()).hasSize(65_536);
        assertThat(submissions.ids()).hasSize(65_536);
        assertThat(submissions.find(new SubmissionId(1, 70_000), SECOND)).contains(70_000L);
        assertThat(submissions.find(new SubmissionId(1, 1), SECOND)).isEmpty();
    }

    @Test
    void with_aFewASecond_keepsAllOfTheLast30Seconds() {
        Submissions submissions = Submissions.NONE;
        for (int i = 1; i <= 1_000; i++) {
            submissions = with(submissions, i, i * SECOND / 10);
        }
        for (int i = 700; i <= 1_000; i++) {
            assertThat(submissions.find(new SubmissionId(1, i), 100 * SECOND)).contains((long) i);
        }
    }
}
