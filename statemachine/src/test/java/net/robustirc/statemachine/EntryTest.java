package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** What each kind of entry answers and does: design D2, D3, D4, D11. */
class EntryTest {
    private static final long BEFORE_FIRST_ID = 4_648_398_125_000_000_000L;

    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));

    private static NetworkConfig limits(long maxSessions, long maxChannels) {
        return NetworkConfig.DEFAULT.with(Limits.DEFAULT.withMost(maxSessions, maxChannels));
    }

    @Test
    void ids_everyEntryTakesOne_whateverItsOutcome() {
        assertThat(entries.machine().view().lastId()).isEqualTo(BEFORE_FIRST_ID);
        SessionId session = entries.create(1);
        assertThat(session.value()).isEqualTo(BEFORE_FIRST_ID + 1);
        Applied refused = entries.post(new SessionId(1), "PING x");
        assertThat(refused.output().id()).isEqualTo(BEFORE_FIRST_ID + 2);
        assertThat(entries.post(session, "PING x").output().id()).isEqualTo(BEFORE_FIRST_ID + 3);
        assertThat(entries.machine().view().lastId()).isEqualTo(BEFORE_FIRST_ID + 3);
    }

    /** A pseudo-client of services is in no session's hand: its id is no way in. */
    @Test
    void pseudoClient_isNoSessionForAnybody() {
        SessionId link = entries.link(1, "services.x");
        entries.post(link, "NICK NickServ 1 1 s h services.x 0 :n");
        SessionId client = SessionId.pseudoClient(entries.machine().view().lastId());

        assertThat(entries.machine().view().session(client)).isEmpty();
        assertThat(entries.machine().view().sessionCount()).isEqualTo(1);
        assertThat(entries.post(client, "QUIT").outcome().code())
                .isEqualTo(Outcome.Code.NO_SUCH_SESSION);
        assertThat(entries.apply(new Command.DeleteSession(client, "")).outcome().code())
                .isEqualTo(Outcome.Code.NO_SUCH_SESSION);
        assertThat(entries.post(link, ":NickServ PING x").output().lines()).hasSize(1);
    }

    @Test
    void member_withTheAddressOfAnother_takesItsPlace() {
        Member first = new Member("n1", "one.example:443", "v1", 1);
        Member second = new Member("n2", "two.example:443", "v1", 1);
        Member replaced = new Member("n3", "one.example:443", "v2", 1);
        for (Member member : new Member[] {first, second, replaced}) {
            entries.apply(new Command.AnnounceMember(member));
        }
        assertThat(entries.machine().view().members()).containsExactly(second, replaced);
        Member moved = new Member("n2", "three.example:443", "v2", 1);
        entries.apply(new Command.AnnounceMember(moved));
        assertThat(entries.machine().view().members()).containsExactly(moved, replaced);
    }

    @Test
    void time_neverFalls() {
        entries.create(1);
        entries.advance(-3_600 * Entries.SECOND);
        Applied applied =
                entries.apply(
                        new Entry(
                                1,
                                entries.entry(new Command.Tick()).submission(),
                                Long.MAX_VALUE,
                                new Command.Tick()));
        assertThat(applied.output().idleNanos()).isEqualTo(15 * Entries.SECOND);
        assertThat(entries.machine().view().timeNanos()).isEqualTo(Entries.START);
    }

    @Test
    void late_entry_isRefusedAndChangesNothing() {
        SessionId session = entries.register(1, "alice");
        Entry late = entries.entry(new Command.IrcLine(session, 5, "NICK late", ""));
        entries.advance(20 * Entries.SECOND + 1);
        assertThat(entries.apply(late).outcome().code()).isEqualTo(Outcome.Code.EXPIRED);
        assertThat(entries.machine().view().session(session).orElseThrow().nick())
                .isEqualTo("alice");
        for (Command command :
                new Command[] {
                    new Command.CreateSession(Entries.token(2)),
                    new Command.DeleteSession(session, ""),
                    new Command.ConfigChange(0, NetworkConfig.DEFAULT, ""),
                    new Command.Tick(),
                    new Command.AnnounceMember(new Member("n1", "a:1", "v", 1))
                }) {
            Entry entry = entries.entry(command);
            entries.advance(20 * Entries.SECOND + 1);
            assertThat(entries.apply(entry).outcome().code()).isEqualTo(Outcome.Code.EXPIRED);
        }
        assertThat(entries.machine().view().sessionCount()).isEqualTo(1);
        assertThat(entries.machine().view().configRevision()).isZero();
        assertThat(entries.machine().view().members()).isEmpty();
    }

    @Test
    void entry_atItsLastMoment_isApplied() {
        Entry entry = entries.entry(new Command.CreateSession(Entries.token(2)));
        entries.advance(20 * Entries.SECOND);
        assertThat(entries.apply(entry).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
    }

    @Test
    void level_aboveTheNetworks_isRefused() {
        Entry base = entries.entry(new Command.CreateSession(Entries.token(1)));
        Entry higher = new Entry(2, base.submission(), base.validUntilNanos(), base.command());
        assertThat(entries.apply(higher).outcome().code()).isEqualTo(Outcome.Code.LEVEL_TOO_HIGH);
        assertThat(entries.machine().view().sessionCount()).isZero();
        assertThat(entries.apply(base).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
    }

    @Test
    void unknownSession_isRefused() {
        SessionId nobody = new SessionId(BEFORE_FIRST_ID + 99);
        assertThat(entries.post(nobody, "PING x").outcome().code())
                .isEqualTo(Outcome.Code.NO_SUCH_SESSION);
        assertThat(entries.apply(new Command.DeleteSession(nobody, "")).outcome().code())
                .isEqualTo(Outcome.Code.NO_SUCH_SESSION);
    }

    @Test
    void create_sessionsAtTheLimit_isRefusedUntilOneEnds() {
        entries.configure(limits(1, 0));
        SessionId first = entries.create(1);
        Applied second = entries.apply(new Command.CreateSession(Entries.token(2)));
        assertThat(second.outcome().code()).isEqualTo(Outcome.Code.TOO_MANY_SESSIONS);
        assertThat(second.outcome().text()).isNotBlank();
        entries.post(first, "QUIT");
        assertThat(entries.apply(new Command.CreateSession(Entries.token(2))).outcome().code())
                .isEqualTo(Outcome.Code.APPLIED);
    }

    @Test
    void quit_endsTheSessionAndItsNick() {
        SessionId session = entries.register(1, "alice");
        assertThat(entries.post(session, "QUIT :x").output().ended()).containsExactly(session);
        assertThat(entries.machine().view().session(session)).isEmpty();
        assertThat(entries.post(session, "PING x").outcome().code())
                .isEqualTo(Outcome.Code.NO_SUCH_SESSION);
        SessionId other = entries.register(2, "alice");
        assertThat(entries.machine().view().session(other).orElseThrow().nick()).isEqualTo("alice");
    }

    @Test
    void config_isComparedAndReplaced() {
        NetworkConfig config = limits(5, 6);
        entries.apply(new Command.ConfigChange(0, config, "MaxSessions = 5"));
        assertThat(entries.machine().view().config()).isEqualTo(config);
        assertThat(entries.machine().view().configRevision()).isEqualTo(1);
        assertThat(entries.machine().view().configText()).isEqualTo("MaxSessions = 5");
        Applied old = entries.apply(new Command.ConfigChange(0, limits(7, 7), "x"));
        assertThat(old.outcome().code()).isEqualTo(Outcome.Code.REVISION_MISMATCH);
        assertThat(entries.machine().view().config()).isEqualTo(config);
    }

    @Test
    void members_areListedByPeerIdAndReplaced() {
        entries.apply(new Command.AnnounceMember(new Member("n2", "b:1", "v", 1)));
        entries.apply(new Command.AnnounceMember(new Member("n1", "a:1", "v", 1)));
        entries.apply(new Command.AnnounceMember(new Member("n2", "b:2", "w", 1)));
        assertThat(entries.machine().view().members())
                .containsExactly(new Member("n1", "a:1", "v", 1), new Member("n2", "b:2", "w", 1));
    }

    @Test
    void view_showsTheSession_andStaysAsItWas() {
        SessionId session = entries.create(1);
        ServerView before = entries.machine().view();
        entries.advance(Entries.SECOND);
        entries.post(session, "NICK alice");
        assertThat(before.session(session).orElseThrow().nick()).isEmpty();
        ServerView.SessionView after = entries.machine().view().session(session).orElseThrow();
        assertThat(after.nick()).isEqualTo("alice");
        assertThat(after.token()).isEqualTo(Entries.token(1));
        assertThat(after.lastPostNanos()).isEqualTo(Entries.START + Entries.SECOND);
        assertThat(entries.machine().view().networkName()).isEqualTo("robustirc.net");
        assertThat(entries.machine().view().level()).isEqualTo(1);
    }

    @Test
    void channelSerials_areNeverUsedTwice() {
        SessionId session = entries.register(1, "alice");
        entries.post(session, "JOIN #a");
        entries.post(session, "PART #a");
        entries.post(session, "JOIN #a");
        assertThat(entries.machine().view().channelCount()).isEqualTo(1);
        long[] serial = {0};
        entries.machine()
                .view()
                .image()
                .writeTo(
                        (map, key, value) ->
                                serial[0] = map.equals("channels") ? key[7] : serial[0]);
        assertThat(serial[0]).isEqualTo(2);
    }
}
