package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** Design D14: a verdict counts only while the configuration is the one that it came from. */
class CredentialTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));

    private Command.IrcLine nick(SessionId session, long revision) {
        Credential checked = new Credential(Credential.Kind.OPER, "alice", true, revision);
        return new Command.IrcLine(session, 7, "NICK alice", "", List.of(checked));
    }

    @Test
    void credential_ofAnotherRevision_isRefusedAndChangesNothing() {
        SessionId session = entries.create(1);
        entries.configure(NetworkConfig.DEFAULT);

        Applied stale = entries.apply(nick(session, 0));

        assertThat(stale.outcome().code()).isEqualTo(Outcome.Code.REVISION_MISMATCH);
        assertThat(stale.output().lines()).isEmpty();
        assertThat(entries.machine().view().session(session).orElseThrow().nick()).isEmpty();
    }

    @Test
    void post_refusedForItsRevision_mayComeAgainUnderTheSameId() {
        SessionId session = entries.create(1);
        entries.configure(NetworkConfig.DEFAULT);
        entries.apply(nick(session, 0));

        assertThat(entries.apply(nick(session, 1)).outcome().code())
                .isEqualTo(Outcome.Code.APPLIED);
        assertThat(entries.machine().view().session(session).orElseThrow().nick())
                .isEqualTo("alice");
    }
}
