package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.robustirc.statemachine.command.ThrowingTable;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** A programming error harms one command and nothing else: design D12. */
class PoisonTest {
    private final RuntimeException panic = new IllegalStateException("broken on purpose");
    private final Error halt = new StackOverflowError("broken on purpose");
    private final Entries entries =
            new Entries(
                    new IrcStateMachine(
                            NetworkState.empty("robustirc.net"),
                            ThrowingTable.dispatcher(panic, halt)));
    private final SessionId alice = entries.register(1, "alice");

    @Test
    void runtimeException_nothingIsChangedNorSent() {
        long before = entries.machine().view().lastId();
        Applied applied = entries.post(alice, "PANIC x");
        assertThat(applied.outcome().code()).isEqualTo(Outcome.Code.POISONED);
        assertThat(applied.outcome().accepted()).isFalse();
        assertThat(applied.poison()).containsSame(panic);
        assertThat(applied.output().lines()).isEmpty();
        assertThat(applied.output().ended()).isEmpty();
        assertThat(applied.output().id()).isEqualTo(before + 1);
        assertThat(entries.machine().view().session(alice)).isPresent();
        assertThat(entries.post(alice, "PING x").output().lines()).hasSize(1);
    }

    @Test
    void runtimeException_secondCopyIsNotTriedAgain() {
        Entry entry = entries.entry(new Command.IrcLine(alice, 99, "PANIC x", ""));
        assertThat(entries.apply(entry).outcome().code()).isEqualTo(Outcome.Code.POISONED);
        Applied second = entries.apply(entry);
        assertThat(second.outcome().code()).isEqualTo(Outcome.Code.DUPLICATE);
        assertThat(second.poison()).isEmpty();
    }

    @Test
    void runtimeException_thatHitsTheKeyToo_isOnlyAnswered() {
        long before = entries.machine().view().lastId();
        Entry broken = new Entry(1, null, Long.MAX_VALUE, new Command.Tick());
        Applied applied = entries.apply(broken);
        assertThat(applied.outcome().code()).isEqualTo(Outcome.Code.POISONED);
        assertThat(applied.poison()).containsInstanceOf(NullPointerException.class);
        assertThat(applied.output().id()).isEqualTo(before + 1);
        assertThat(entries.machine().view().lastId()).isEqualTo(before + 1);
        assertThat(entries.post(alice, "PING x").output().lines()).hasSize(1);
    }

    @Test
    void error_propagates() {
        assertThatThrownBy(() -> entries.post(alice, "HALT x")).isSameAs(halt);
    }
}
