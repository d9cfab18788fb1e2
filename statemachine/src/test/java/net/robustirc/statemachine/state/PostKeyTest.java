package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.robustirc.statemachine.entry.Command.IrcLine;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which posts count as the same (design D4). */
class PostKeyTest {
    private static PostKey key(long clientMessageId, String line, long submission) {
        return PostKey.of(
                new IrcLine(new SessionId(1), clientMessageId, line, ""),
                new SubmissionId(-7, submission));
    }

    @Test
    void sameIdAndLine_areOnePost_whoeverTookIt() {
        assertThat(key(5, "PRIVMSG #a :x", 1)).isEqualTo(key(5, "PRIVMSG #a :x", 2));
    }

    /** Both have the same {@link String#hashCode}. */
    @Test
    void linesUnderOneId_areTwoPosts() {
        assertThat(key(5, "PRIVMSG #a :Aa", 1)).isNotEqualTo(key(5, "PRIVMSG #a :BB", 1));
        assertThat(key(5, "", 1)).isNotEqualTo(key(5, "\0", 1));
    }

    @Test
    void withoutAnId_theSubmissionCounts() {
        assertThat(key(0, "PING a", 1)).isEqualTo(key(0, "PING b", 1));
        assertThat(key(0, "PING a", 1)).isNotEqualTo(key(0, "PING a", 2));
        assertThat(key(0, "PING a", 1).low()).isNegative();
    }

    /** It is part of snapshots and of what all nodes must agree on. Values from a calculator. */
    @ParameterizedTest
    @CsvSource({
        "'PRIVMSG #a :hello', 7317712855019086568L",
        "'', 0L",
        "'café', 5247004364499838475L"
    })
    void hash_isAlwaysTheSame(String line, String hash) {
        assertThat(key(5, line, 1).low() + "L").isEqualTo(hash);
    }

    @Test
    void shortLines_doNotCollide() {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            PostKey key = key(5, Integer.toString(i, 36), 1);
            assertThat(key.low()).isNotNegative();
            seen.add(key.low());
        }
        assertThat(seen).hasSize(200_000);
    }
}
