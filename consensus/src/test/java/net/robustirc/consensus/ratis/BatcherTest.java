package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private final List<List<Submission>> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> deliveries = new ArrayList<>();
    private long now = 1;
    private final List<Runnable> alarms = new ArrayList<>();
    private final Batcher batcher =
            new Batcher(this::deliver, () -> now, (delay, task) -> alarms.add(task));
    private long sequence;

    @Test
    void loneCommand_goesAtOnce() {
        batcher.submit(entry(""));

        assertThat(sent.stream().map(List::size)).containsExactly(1);
    }

    @Test
    void commands_gather_whileABatchIsUnderWay() {
        for (int i = 0; i < 10; i++) {
            batcher.submit(entry(""));
        }
        assertThat(sizes()).containsExactly(1);

        answer(0);

        assertThat(sizes()).containsExactly(1, 9);
        assertThat(sequences(1)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void batch_holdsAtMost512Commands() {
        for (int i = 0; i < 1 + 1100; i++) {
            batcher.submit(entry(""));
        }

        answer(0);
        answer(1);

        assertThat(sizes()).containsExactly(1, 512, 512);
    }

    @Test
    void nextBatch_waitsForAsManyCommandsAsTheLastHeld() {
        for (int i = 0; i < 4; i++) {
            batcher.submit(entry(""));
        }
        answer(0);
        batcher.submit(entry(""));
        now += 4_000_000;
        answer(1);

        assertThat(sizes()).containsExactly(1, 3);
        batcher.submit(entry(""));
        assertThat(sizes()).containsExactly(1, 3);
        batcher.submit(entry(""));
        assertThat(sizes()).containsExactly(1, 3, 3);
    }

    @Test
    void nextBatch_goesWithWhatThereIs_afterAsLongAsTheLastTook() {
        for (int i = 0; i < 4; i++) {
            batcher.submit(entry(""));
        }
        answer(0);
        batcher.submit(entry(""));
        now += 2_000_000;
        answer(1);

        now += 1_999_999;
        alarms.remove(0).run();
        assertThat(sizes()).containsExactly(1, 3);
        now++;
        alarms.remove(0).run();
        assertThat(sizes()).containsExactly(1, 3, 1);
    }

    @Test
    void batch_holdsAtMost256Kilobytes_orOneLargerCommand() {
        batcher.submit(entry(""));
        for (int i = 0; i < 3; i++) {
            batcher.submit(entry("x".repeat(100_000)));
        }
        batcher.submit(entry("x".repeat(300_000)));

        answer(0);
        answer(1);
        answer(2);

        assertThat(sizes()).containsExactly(1, 2, 1, 1);
    }

    @Test
    void commandsOfAnotherNode_travelWithOwnOnes() throws UnavailableException {
        batcher.submit(entry(""));
        batcher.submit(entry(""));
        Submission forwarded = Submission.of(EntryCodec.encode(entry("")));

        batcher.submitForwarded(List.of(forwarded));
        answer(0);

        assertThat(sizes()).containsExactly(1, 2);
        assertThat(sent.get(1).get(1)).isSameAs(forwarded);
    }

    @Test
    void commandThatNoLogEntryCanHold_isRefused() {
        assertThat(batcher.submit(entry("x".repeat(1_000_000))))
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void tooManyWaitingCommands_areRefusedAtOnce() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(batcher.submit(entry(""))).isNotDone();
        }

        assertUnavailable(batcher.submit(entry("")), "too many");

        answer(0);
        assertThat(batcher.submit(entry(""))).isNotDone();
    }

    @Test
    void gatheredCommands_areDropped_whenNobodyWaitsForThemAnyLonger() {
        for (int i = 0; i < 5; i++) {
            batcher.submit(entry(""));
        }
        long now = System.nanoTime();

        assertThat(batcher.expire(now)).isEmpty();
        List<Submission> overdue = batcher.expire(now + Submission.PATIENCE.toNanos());

        assertThat(overdue).hasSize(4);
        batcher.drain();
        answer(0);
        assertThat(batcher.drain()).isCompleted();
        assertThat(sizes()).containsExactly(1);
    }

    @Test
    void drain_refusesNewCommands_andEndsWithTheLastGatheredOne() {
        for (int i = 0; i < 3; i++) {
            batcher.submit(entry(""));
        }

        CompletableFuture<Void> drained = batcher.drain();

        assertUnavailable(batcher.submit(entry("")), "shutting down");
        answer(0);
        assertThat(drained).isNotDone();
        answer(1);
        assertThat(drained).isCompleted();
        assertThat(sizes()).containsExactly(1, 2);
    }

    @Test
    void drainingNode_stillTakesWhatOthersForward_untilItCloses() throws UnavailableException {
        batcher.submit(entry(""));
        CompletableFuture<Void> drained = batcher.drain();

        batcher.submitForwarded(List.of(Submission.of(EntryCodec.encode(entry("")))));
        answer(0);

        assertThat(drained).isCompleted();
        assertThat(sizes()).containsExactly(1, 1);
        batcher.close();
        assertThatThrownBy(
                        () ->
                                batcher.submitForwarded(
                                        List.of(Submission.of(EntryCodec.encode(entry(""))))))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void drain_ofAnIdleBatcher_endsAtOnce() {
        assertThat(batcher.drain()).isCompleted();
    }

    private CompletableFuture<Void> deliver(List<Submission> batch) {
        sent.add(batch);
        CompletableFuture<Void> done = new CompletableFuture<>();
        deliveries.add(done);
        return done;
    }

    private void answer(int batch) {
        deliveries.get(batch).complete(null);
    }

    private Entry entry(String text) {
        sequence++;
        return new Entry(
                1,
                new SubmissionId(1, sequence),
                1,
                new Command.DeleteSession(new SessionId(1), text));
    }

    private List<Integer> sizes() {
        return sent.stream().map(List::size).toList();
    }

    private List<Long> sequences(int batch) {
        return sent.get(batch).stream().map(s -> s.entry().getSubmissionSequence()).toList();
    }

    private static void assertUnavailable(CompletableFuture<Outcome> outcome, String why) {
        assertThatThrownBy(outcome::get)
                .hasCauseInstanceOf(UnavailableException.class)
                .hasMessageContaining(why);
    }
}
