package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.BatchCodec;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.consensus.codec.proto.Entry;
import net.robustirc.consensus.peer.RemoteFailureException;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import org.apache.ratis.protocol.exceptions.StateMachineException;
import org.junit.jupiter.api.Test;

class ForwardDoorTest {
    private static final Entry TICK =
            EntryCodec.encode(
                    new net.robustirc.statemachine.entry.Entry(
                            1, new SubmissionId(1, 1), Long.MAX_VALUE, new Command.Tick()));

    private final List<Submission> sent = new ArrayList<>();
    private final ForwardDoor door =
            new ForwardDoor(
                    new Batcher(
                            batch -> {
                                sent.addAll(batch);
                                return new CompletableFuture<>();
                            },
                            () -> 1,
                            (delay, task) -> task));

    private CompletableFuture<byte[]> take(Entry... entries) {
        return door.take(ByteBuffer.wrap(BatchCodec.encode(List.of(entries))));
    }

    @Test
    void batch_travelsOn_andItsOutcomesComeBack() {
        CompletableFuture<byte[]> answer = take(TICK, TICK);
        assertThat(sent).hasSize(2);
        sent.forEach(submission -> submission.outcome().complete(Outcome.applied(7)));
        assertThat(OutcomesCodec.decode(ByteBuffer.wrap(answer.join())))
                .containsExactly(Outcome.applied(7), Outcome.applied(7));
    }

    @Test
    void commandOfALaterVersion_isRefusedAlone_beforeItMeetsOthers() {
        Entry unknown = TICK.toBuilder().clearCommand().build();
        assertThat(take(TICK, unknown)).isCompletedExceptionally();
        assertThat(sent).isEmpty();
        take(TICK);
        assertThat(sent).hasSize(1);
    }

    @Test
    void commandThatTheLogDoesNotTake_isRefusedAlone_beforeItMeetsOthers() {
        Entry large =
                EntryCodec.encode(
                        new net.robustirc.statemachine.entry.Entry(
                                1,
                                new SubmissionId(1, 2),
                                Long.MAX_VALUE,
                                TestingChat.line(
                                        new SessionId(7),
                                        1,
                                        "x".repeat(Batcher.MAX_COMMAND_BYTES))));
        assertThat(take(TICK, large))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void refusal_ofWhatCannotBeRead_isFinal_noOtherIs() {
        StateMachineException unreadable =
                new StateMachineException("x", new IllegalArgumentException("x"));
        StateMachineException busy = new StateMachineException("x", new UnavailableException("x"));
        assertThat(Delivery.isFinal(unreadable)).isTrue();
        assertThat(Delivery.isFinal(new CompletionException(unreadable))).isTrue();
        assertThat(Delivery.isFinal(new RemoteFailureException("x", true))).isTrue();
        assertThat(Delivery.isFinal(new RemoteFailureException("x", false))).isFalse();
        assertThat(Delivery.isFinal(busy)).isFalse();
        assertThat(Delivery.isFinal(new IllegalArgumentException("x"))).isFalse();
    }
}
