package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Invitations.Invitation;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final long HOUR = 3_600_000_000_000L;

    private static Invitation from(long inviter, long channel) {
        return new Invitation(channel, new SessionId(inviter), 0);
    }

    @Test
    void with_moreThanMaxOfOneInviter_forgetsItsOldest() {
        Invitations invitations = Invitations.NONE.with(from(1, 1_000));
        for (long channel = 1; channel <= 250; channel++) {
            invitations = invitations.with(from(2, channel));
        }
        assertThat(invitations.all()).hasSize(Invitations.MAX);
        assertThat(invitations.contains(1_000, 0)).isTrue();
        assertThat(invitations.contains(231, 0)).isFalse();
        assertThat(invitations.contains(232, 0)).isTrue();
        assertThat(invitations.contains(250, 0)).isTrue();
    }

    @Test
    void with_moreThanMaxOfManyInviters_forgetsTheOldest() {
        Invitations invitations = Invitations.NONE;
        for (long channel = 1; channel <= Invitations.MAX + 2; channel++) {
            invitations = invitations.with(from(channel, channel));
        }
        assertThat(invitations.contains(2, 0)).isFalse();
        assertThat(invitations.contains(3, 0)).isTrue();
        assertThat(invitations.with(from(9, 3)).all())
                .hasSize(Invitations.MAX)
                .endsWith(from(9, 3));
    }

    @Test
    void contains_endsAfterAnHour_andTheNextOneClearsItAway() {
        Invitations invitations = Invitations.NONE.with(from(1, 1));
        assertThat(invitations.contains(1, HOUR)).isTrue();
        assertThat(invitations.contains(1, HOUR + 1)).isFalse();
        Invitation late = new Invitation(2, new SessionId(1), HOUR + 1);
        assertThat(invitations.with(late).all()).containsExactly(late);
        assertThat(invitations.without(1).contains(1, 0)).isFalse();
    }
}
