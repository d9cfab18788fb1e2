package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.junit.jupiter.api.Test;

final class SessionFilterTest {
    private static final long FIRST = (1L << 62) + 1;

    @Test
    void mayConcern_isTrueForEachSessionAndRarelyForOthers() {
        long[] sessions = new long[2000];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = FIRST + (i / 2) * 7L;
        }
        SessionFilter filter = SessionFilter.of(sessions, sessions.length);
        assertThat(filter.bits()).hasSize(1000 * 10 / 8);
        int wrong = 0;
        for (int i = 0; i < 7000; i++) {
            boolean is = i % 7 == 0;
            boolean may = filter.mayConcern(new SessionId(FIRST + i));
            assertThat(may || !is).isTrue();
            wrong += may && !is ? 1 : 0;
        }
        // Ten bits and five probes: nearly one in a hundred.
        assertThat(wrong).isBetween(10, 180);
    }

    @Test
    void mayConcern_withoutSessions_isFalse() {
        assertThat(SessionFilter.of(new long[0], 0).mayConcern(new SessionId(FIRST))).isFalse();
    }

    @Test
    void mayConcern_isPartOfTheFormat() {
        // Worked out from FORMAT.md, apart from this code.
        SessionFilter filter = SessionFilter.of(new long[] {FIRST, FIRST + 12_345}, 2);
        assertThat(filter.bits()).containsExactly(0xb0, 0x06, 0x94);
    }

    @Test
    void blocksFilter_coversMembersJoinedLaterEndedAndUnited() {
        MemberSet<String> one = MemberSet.<String>empty(1).with(new SessionId(FIRST), "");
        MemberSet<String> two = one.with(new SessionId(FIRST + 1), "");
        BlockEncoder encoder = new BlockEncoder(100);
        encoder.begin(FIRST + 100);
        List<Recipients> all =
                List.of(
                        new Recipients.Members(one),
                        new Recipients.MembersBut(two, new SessionId(FIRST)),
                        new Recipients.Union(
                                List.of(new Recipients.One(new SessionId(FIRST + 2)))));
        long id = FIRST + 100;
        for (Recipients recipients : all) {
            OutputLine line = new OutputLine(1, recipients, "x");
            encoder.add(new Output(++id, 0, List.of(line), List.of()));
        }
        encoder.add(new Output(++id, 0, List.of(), List.of(new SessionId(FIRST + 3))));
        SessionFilter filter = encoder.finish();
        assertThat(filter.bits()).hasSize(4 * 10 / 8);
        for (int i = 0; i < 4; i++) {
            assertThat(filter.mayConcern(new SessionId(FIRST + i))).isTrue();
        }
    }
}
