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
        assertThat(tick()).isEqualTo(sessions.subList(100, 200));
        assertThat(tick()).isEqualTo(sessions.subList(200, 250));
        assertThat(tick()).isEmpty();
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
