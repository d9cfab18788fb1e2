package net.robustirc.war.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;
import org.junit.jupiter.api.Test;

/** Services links are exempt from the throttle: http-api.md 3.6. */
class ServicesPaceTest {
    private static final long NOW = 1_420_229_018_000_000_000L;
    private static final long HALF_A_SECOND = 500_000_000L;

    private final IrcStateMachine machine = new IrcStateMachine("robustirc.net");
    private long sequence;

    private long apply(Command command) {
        SubmissionId submission = new SubmissionId(1, ++sequence);
        return machine.apply(NOW, new Entry(1, submission, NOW, command)).outcome().id();
    }

    @Test
    void cooloff_ofServices_isNone() {
        SessionId session =
                new SessionId(
                        apply(new Command.CreateSession(new TokenHash(new byte[TokenHash.BYTES]))));
        assertThat(SessionCommands.cooloffNanos(machine.view(), session)).isEqualTo(HALF_A_SECOND);

        Credential right = new Credential(Credential.Kind.SERVICES, "", true, 0);
        apply(new Command.IrcLine(session, 1, "PASS :services=*", "", List.of(right)));
        assertThat(SessionCommands.cooloffNanos(machine.view(), session)).isEqualTo(HALF_A_SECOND);

        apply(new Command.IrcLine(session, 2, "SERVER services.x 1 :Services", ""));
        assertThat(SessionCommands.cooloffNanos(machine.view(), session)).isZero();
    }
}
