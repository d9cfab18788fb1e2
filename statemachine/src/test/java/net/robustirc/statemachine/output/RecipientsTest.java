package net.robustirc.statemachine.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static final SessionId A = new SessionId(1);
    private static final SessionId B = new SessionId(2);
    private static final SessionId C = new SessionId(3);

    private final MemberSet<String> members = MemberSet.<String>empty(7).with(B, "b").with(A, "a");

    private static List<Long> all(Recipients recipients) {
        List<Long> ids = new ArrayList<>();
        recipients.forEach(ids::add);
        return ids;
    }

    @Test
    void one_isThatSession() {
        assertThat(all(new Recipients.One(A))).containsExactly(1L);
        assertThat(new Recipients.One(A).includes(A)).isTrue();
        assertThat(new Recipients.One(A).includes(B)).isFalse();
    }

    @Test
    void members_inRisingOrder() {
        Recipients all = new Recipients.Members(members);
        assertThat(all(all)).containsExactly(1L, 2L);
        assertThat(all.includes(C)).isFalse();
    }

    @Test
    void membersBut_leavesOneOut() {
        Recipients others = new Recipients.MembersBut(members, A);
        assertThat(all(others)).containsExactly(2L);
        assertThat(others.includes(A)).isFalse();
        assertThat(others.includes(B)).isTrue();
        assertThat(others.includes(C)).isFalse();
    }

    @Test
    void union_includesWhomAnyPartDoes() {
        Recipients union =
                new Recipients.Union(
                        List.of(new Recipients.One(C), new Recipients.MembersBut(members, A)));
        assertThat(all(union)).containsExactly(3L, 2L);
        assertThat(union.includes(A)).isFalse();
        assertThat(union.includes(C)).isTrue();
    }

    @Test
    void memberSet_tellsHowItCame() {
        assertThat(members.channel()).isEqualTo(7);
        assertThat(members.version()).isEqualTo(2);
        assertThat(members.change()).isEqualTo(MemberSet.Change.ADDED);
        assertThat(members.changed()).isEqualTo(A);
        MemberSet<String> fewer = members.without(B);
        assertThat(fewer.version()).isEqualTo(3);
        assertThat(fewer.change()).isEqualTo(MemberSet.Change.REMOVED);
        assertThat(fewer.changed()).isEqualTo(B);
        assertThat(members.contains(B)).as("the older set stays as it was").isTrue();
    }

    @Test
    void memberSet_otherValueOrNobodyLess_isNoNewVersion() {
        assertThat(members.with(A, "operator").version()).isEqualTo(2);
        assertThat(members.with(A, "operator").members()).containsEntry(A, "operator");
        assertThat(members.without(C)).isSameAs(members);
    }
}
