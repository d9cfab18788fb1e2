package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.codec.StampedBatch;
import net.robustirc.consensus.output.Damage;
import net.robustirc.consensus.output.OutputLimits;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import org.apache.ratis.server.protocol.TermIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {
    /** A block holds ten outputs, a segment few blocks; sessions expire after 30 minutes. */
    private static final OutputLimits LIMITS = new OutputLimits(500, 1000, 10, 0, 0);

    private static final long START = 1_700_000_000_000_000_000L;
    private static final long OUTAGE = TimeUnit.MINUTES.toNanos(31);

    @TempDir private Path directory;
    private Replica replica;
    private long sequence;

    private void open(String name) throws IOException {
        SegmentedOutputLog output = SegmentedOutputLog.open(directory.resolve(name), LIMITS);
        replica = new Replica(new IrcStateMachine("irc.example"), output, Runnable::run);
    }

    private Outcome apply(long nanos, Command command) {
        Entry entry = new Entry(1, new SubmissionId(1, ++sequence), Long.MAX_VALUE, command);
        return replica.apply(new StampedBatch(nanos, List.of(entry))).get(0);
    }

    private void speak(SessionId session, long nanos, int times) {
        for (int i = 0; i < times; i++) {
            apply(nanos, new Command.IrcLine(session, 0, "PING x", ""));
        }
    }

    private long outputs(long after) throws Exception {
        long[] count = {0};
        long position = after;
        while (position < replica.output().tail()) {
            position = replica.output().forEachAfter(position, output -> ++count[0] > 0);
        }
        return count[0];
    }

    private StoredSnapshot snapshot() throws IOException {
        return SnapshotDraft.begin(
                        directory, replica.view(), TermIndex.valueOf(1, 1), replica.output().seal())
                .finish(Optional.empty());
    }

    @Test
    void outage_takesNoOutputFromSessionsThatOutliveIt() throws Exception {
        open("before");
        SessionId session = new SessionId(apply(START, TestingChat.createSession("token")).id());
        speak(session, START, 100);
        long floor = replica.output().floor();

        speak(session, START + OUTAGE, 1);

        assertThat(replica.view().session(session)).isPresent();
        assertThat(replica.output().floor()).isEqualTo(floor);
        assertThat(replica.output().networkFloor()).isZero();
        assertThat(outputs(session.value())).isEqualTo(101);
    }

    @Test
    void outageAfterARestart_takesNone_either() throws Exception {
        open("before");
        SessionId session = new SessionId(apply(START, TestingChat.createSession("token")).id());
        speak(session, START, 100);
        long floor = replica.output().floor();
        StoredSnapshot snapshot = snapshot();
        assertThat(snapshot.segments()).hasSizeGreaterThan(3);

        open("after");
        replica.restore(snapshot, Damage.REFUSE);
        speak(session, START + OUTAGE, 1);
        apply(START + OUTAGE + 1, new Command.Tick());

        assertThat(replica.view().session(session)).isPresent();
        assertThat(outputs(session.value())).isEqualTo(101);
        assertThat(replica.output().floor()).isLessThanOrEqualTo(session.value());
        assertThat(replica.output().networkFloor()).isLessThanOrEqualTo(floor);
    }

    @Test
    void output_goesWhenItIsOlderThanASessionMayBeIdle() throws Exception {
        open("output");
        SessionId session = new SessionId(apply(START, TestingChat.createSession("token")).id());
        speak(session, START, 100);
        for (int i = 1; i <= 130; i++) {
            apply(START + TimeUnit.SECONDS.toNanos(15 * i), new Command.Tick());
            speak(session, START + TimeUnit.SECONDS.toNanos(15 * i), 1);
        }

        assertThat(replica.output().networkFloor()).isGreaterThanOrEqualTo(session.value() + 90);
        assertThat(replica.output().floor()).isGreaterThan(session.value());
    }
}
