package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Design D14: a verdict holds as long as its password is the same, while it waits as well. */
    @ParameterizedTest
    @CsvSource({"first,381", "second,464"})
    void verdictOfPass_waitsThroughAConfiguration_withTheSamePassword(String next, String answer) {
        entries.configure(operator("first"));
        SessionId session = entries.create(1);
        long revision = entries.machine().view().configRevision();
        Credential right = new Credential(Credential.Kind.OPER, "boss", true, revision);
        entries.apply(new Command.IrcLine(session, 7, "PASS :oper=boss *", "", List.of(right)));
        entries.configure(operator(next));
        entries.post(session, "NICK alice");

        assertThat(entries.answers(session, "USER a 0 * :Alice"))
                .anyMatch(line -> line.startsWith(":robustirc.net " + answer + " alice "));
    }

    private static NetworkConfig operator(String password) {
        IrcAccounts.Operator boss = new IrcAccounts.Operator("boss", password, "");
        return NetworkConfig.DEFAULT.with(new IrcAccounts(List.of(boss), List.of(), List.of()));
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
