package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** What services may keep in the network is bounded. */
class ServicesLimitsTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
    private final SessionId link = entries.link(1, "services.x");

    private List<String> post(String line) {
        return entries.post(link, line).output().lines().stream().map(OutputLine::text).toList();
    }

    @Test
    void holds_beyondTenThousand_areRefusedUntilSomeAreOver() {
        String refusal =
                ":robustirc.net NOTICE services.x :Not held: there are 10000 nicks already";
        for (int i = 0; i < 10_000; i++) {
            assertThat(post("SVSHOLD n" + i + " " + (i < 3 ? 60 : 600) + " :held")).isEmpty();
        }
        assertThat(post("SVSHOLD more 60 :held")).containsExactly(refusal);
        assertThat(post("SVSHOLD n9 60 :held longer")).isEmpty();
        entries.advance(61 * Entries.SECOND);
        assertThat(post("SVSHOLD more 60 :held")).isEmpty();
        SessionId alice = entries.register(2, "alice");
        assertThat(entries.post(alice, "NICK more").output().lines())
                .extracting(OutputLine::text)
                .containsExactly(":robustirc.net 432 alice more :Erroneous Nickname: held");
    }

    @Test
    void pseudoClients_beyondAThousand_areRefused() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(post("NICK bot" + i + " 1 1 s h services.x 0 :bot")).isEmpty();
        }
        assertThat(post("NICK more 1 1 s h services.x 0 :bot"))
                .containsExactly(
                        ":robustirc.net NOTICE services.x :Not introduced: there are 1000"
                                + " pseudo-clients already");
        post(":bot7 QUIT :gone");
        assertThat(post("NICK more 1 1 s h services.x 0 :bot")).isEmpty();
    }
}
