package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exactly once, decided in apply: design D4. */
class DedupTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
    private SessionId alice = new SessionId(0);
    private SessionId bob = new SessionId(0);

    @BeforeEach
    void twoUsers() {
        alice = entries.register(1, "alice");
        bob = entries.register(2, "bob");
    }

    private Applied say(long clientMessageId, String text) {
        return entries.apply(line(clientMessageId, text));
    }

    private Command line(long clientMessageId, String text) {
        return new Command.IrcLine(alice, clientMessageId, "PRIVMSG bob :" + text, "");
    }

    private static void assertApplied(Applied applied) {
        assertThat(applied.outcome().code()).isEqualTo(Outcome.Code.APPLIED);
        assertThat(applied.output().lines()).isNotEmpty();
    }

    private static void assertDuplicate(Applied applied) {
        assertThat(applied.outcome().code()).isEqualTo(Outcome.Code.DUPLICATE);
        assertThat(applied.outcome().accepted()).isTrue();
        assertThat(applied.output().lines()).isEmpty();
    }

    @Test
    void post_sameIdAndLine_isAppliedOnce() {
        assertApplied(say(77, "hi"));
        assertDuplicate(say(77, "hi"));
    }

    /** A client whose address changes loses answers: the stream that shows it must not count. */
    @Test
    void post_retriedLateAfterAnotherAddressWasSeen_isADuplicate() {
        assertApplied(say(77, "hi"));
        entries.advance(31 * Entries.SECOND);
        Applied seen = entries.apply(new Command.AddressSeen(alice, "192.0.2.1"));
        assertThat(seen.outcome().code()).isEqualTo(Outcome.Code.APPLIED);
        assertDuplicate(say(77, "hi"));
    }

    @Test
    void post_sameIdOtherLine_isAnotherPost() {
        assertApplied(say(77, "hi"));
        assertApplied(say(77, "ho"));
        assertDuplicate(say(77, "hi"));
    }

    @Test
    void post_sameLineOtherId_isAnotherPost() {
        assertApplied(say(77, "hi"));
        assertApplied(say(78, "hi"));
    }

    @Test
    void post_sameKeyFromAnotherSession_isAnotherPost() {
        assertApplied(say(77, "hi"));
        assertApplied(entries.apply(new Command.IrcLine(bob, 77, "PRIVMSG bob :hi", "")));
    }

    @Test
    void post_idAboveLongRange_isAnIdLikeAnyOther() {
        assertApplied(say(-1, "hi"));
        assertDuplicate(say(-1, "hi"));
        assertApplied(say(Long.MIN_VALUE, "hi"));
    }

    /** robustsession-client.md rule 14. */
    @Test
    void post_withoutId_isAppliedEachTime() {
        assertApplied(say(0, "hi"));
        assertApplied(say(0, "hi"));
    }

    @Test
    void post_withoutId_sameSubmissionAppliedOnce() {
        Entry entry = entries.entry(line(0, "hi"));
        assertApplied(entries.apply(entry));
        assertDuplicate(entries.apply(entry));
    }

    @Test
    void post_secondCopyLate_isStillADuplicate() {
        Entry entry = entries.entry(line(77, "hi"));
        assertApplied(entries.apply(entry));
        entries.advance(25 * Entries.SECOND);
        assertDuplicate(entries.apply(entry));
    }

    @Test
    void post_amongThousandsInTheWindow_isFound() {
        for (int i = 1; i <= 3_000; i++) {
            assertApplied(say(i, "hi"));
            entries.advance(Entries.SECOND / 100);
        }
        for (int i = 1; i <= 3_000; i += 7) {
            assertDuplicate(say(i, "hi"));
        }
        assertApplied(say(3_001, "hi"));
    }

    @Test
    void post_afterTheWindow_isForgotten() {
        assertApplied(say(77, "hi"));
        assertApplied(say(78, "hi"));
        entries.advance(31 * Entries.SECOND);
        assertApplied(say(77, "hi"));
    }

    @Test
    void post_theVeryLast_isNeverForgotten() {
        assertApplied(say(77, "hi"));
        entries.advance(3_600 * Entries.SECOND);
        assertDuplicate(say(77, "hi"));
    }

    @Test
    void post_duplicate_takesAnIdButMovesNoIdleness() {
        assertApplied(say(77, "hi"));
        long before = entries.machine().view().lastId();
        long posted = lastPost();
        entries.advance(5 * Entries.SECOND);
        Applied second = say(77, "hi");
        assertThat(second.output().id()).isEqualTo(before + 1);
        assertThat(lastPost()).isEqualTo(posted);
    }

    private long lastPost() {
        return entries.machine().view().session(alice).orElseThrow().lastPostNanos();
    }

    @Test
    void create_sameToken_answersTheFirstSession() {
        Command create = new Command.CreateSession(Entries.token(9));
        Applied first = entries.apply(create);
        Applied second = entries.apply(create);
        assertThat(second.outcome()).isEqualTo(Outcome.duplicate(first.outcome().id()));
        assertThat(entries.machine().view().sessionCount()).isEqualTo(3);
    }

    @Test
    void create_secondCopyAfterTheSessionEnded_createsNone() {
        Entry create = entries.entry(new Command.CreateSession(Entries.token(9)));
        SessionId session = new SessionId(entries.apply(create).outcome().id());
        entries.post(session, "QUIT");
        assertThat(entries.apply(create).outcome()).isEqualTo(Outcome.duplicate(session.value()));
        assertThat(entries.machine().view().sessionCount()).isEqualTo(2);
    }

    @Test
    void delete_secondCopy_isADuplicate() {
        Entry delete = entries.entry(new Command.DeleteSession(bob, "bye"));
        assertThat(entries.apply(delete).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
        assertDuplicate(entries.apply(delete));
    }

    @Test
    void config_secondCopy_isADuplicateNotAMismatch() {
        Entry change = entries.entry(new Command.ConfigChange(0, NetworkConfig.DEFAULT, "# one"));
        assertThat(entries.apply(change).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
        assertDuplicate(entries.apply(change));
        assertThat(entries.machine().view().configRevision()).isEqualTo(1);
    }

    @Test
    void submissions_manyOverTime_areForgotten() {
        for (int i = 0; i < 1_000; i++) {
            entries.apply(new Command.Tick());
            entries.advance(Entries.SECOND);
        }
        int[] kept = {0};
        entries.machine()
                .view()
                .image()
                .writeTo((map, key, value) -> kept[0] += map.equals("submissions") ? 1 : 0);
        assertThat(kept[0]).isBetween(30, 32);
    }

    @Test
    void submission_ofAnotherNodeWithTheSameNumber_isAnother() {
        Entry one = entries.entry(new Command.DeleteSession(bob, ""));
        Entry other =
                new Entry(
                        1,
                        new SubmissionId(2, one.submission().sequence()),
                        one.validUntilNanos(),
                        new Command.DeleteSession(alice, ""));
        assertThat(entries.apply(one).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
        assertThat(entries.apply(other).outcome().code()).isEqualTo(Outcome.Code.APPLIED);
    }
}
