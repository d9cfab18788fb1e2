package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** Expiry in bulk; expiry.irc holds what a user sees of it. Design D11. */
class ExpiryTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));

    private List<SessionId> tick() {
        return entries.apply(new Command.Tick()).output().ended();
    }

    private List<SessionId> tickFor(int seconds) {
        List<SessionId> ended = new ArrayList<>();
        for (int i = 0; i < seconds; i += 5) {
            entries.advance(5 * Entries.SECOND);
            ended.addAll(tick());
        }
        return ended;
    }

    private void expireAfter(long seconds) {
        entries.configure(
                NetworkConfig.DEFAULT.with(
                        Limits.DEFAULT.withSessionExpiration(seconds * Entries.SECOND)));
    }

    @Test
    void tick_manyExpired_endsAHundredAtATimeOldestFirst() {
        expireAfter(60);
        List<SessionId> sessions = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            sessions.add(entries.create(i));
        }
        assertThat(tickFor(55)).isEmpty();
        entries.advance(5 * Entries.SECOND);
        assertThat(tick()).isEqualTo(sessions.subList(0, 100));
        assertThat(due()).isTrue();
        assertThat(tick()).isEqualTo(sessions.subList(100, 200));
        assertThat(due()).isTrue();
        assertThat(tick()).isEqualTo(sessions.subList(200, 250));
        assertThat(due()).isFalse();
        assertThat(tick()).isEmpty();
    }

    @Test
    void tick_manyUnregistered_idleOnesEndAsWell() {
        SessionId alice = entries.register(1, "alice");
        SessionId bob = entries.register(2, "bob");
        entries.link(3, "services.x");
        for (int i = 4; i < 254; i++) {
            entries.create(i);
        }
        assertThat(tickFor(115)).isEmpty();
        entries.post(bob, "PONG x");
        expireAfter(60);
        entries.advance(5 * Entries.SECOND);
        // A hundred of those who never registered, and a hundred idle ones, alice before all.
        assertThat(tick()).hasSize(200).contains(alice).doesNotContain(bob);
        assertThat(due()).isTrue();
        assertThat(tick()).hasSize(52).doesNotContain(bob);
        assertThat(due()).isFalse();
    }

    private boolean due() {
        return entries.machine().view().expiryDue();
    }

    @Test
    void tick_oldestOnesArePosting_endsThoseBehindThem() {
        expireAfter(60);
        SessionId busy = entries.register(1, "busy");
        SessionId idle = entries.register(2, "idle");
        assertThat(tickFor(30)).isEmpty();
        entries.post(busy, "PONG x");
        assertThat(tickFor(30)).containsExactly(idle);
        assertThat(tickFor(25)).isEmpty();
        assertThat(tickFor(5)).containsExactly(busy);
    }

    @Test
    void tick_shorterExpirationPosted_holdsForSessionsThatExist() {
        SessionId session = entries.register(1, "alice");
        assertThat(tickFor(600)).isEmpty();
        expireAfter(300);
        assertThat(tick()).containsExactly(session);
    }

    @Test
    void tick_defaultExpiration_is30Minutes() {
        SessionId session = entries.register(1, "alice");
        assertThat(tickFor(30 * 60 - 5)).isEmpty();
        assertThat(tickFor(5)).containsExactly(session);
    }
}
