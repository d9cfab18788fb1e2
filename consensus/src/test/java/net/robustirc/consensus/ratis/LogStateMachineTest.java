package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.consensus.codec.BatchCodec;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.consensus.storage.DirectoryTree;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SubmissionId;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.proto.RaftProtos.StateMachineLogEntryProto;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStateMachineTest {
    private static final byte[] TICK =
            BatchCodec.encode(
                    List.of(
                            EntryCodec.encode(
                                    new Entry(
                                            1,
                                            new SubmissionId(1, 1),
                                            Long.MAX_VALUE,
                                            new Command.Tick()))));

    @TempDir private Path directory;
    private final List<Integer> exits = new ArrayList<>();
    private SegmentedOutputLog output;
    private Replica replica;
    private LogStateMachine machine;

    @BeforeEach
    void create() throws IOException {
        output = SegmentedOutputLog.open(directory.resolve("output"));
        replica = new Replica(new IrcStateMachine("irc.example"), output, Runnable::run);
        machine = machine(SnapshotPolicy.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        output.close();
    }

    @Test
    void leader_stampsAndAnswers() throws Exception {
        long before = WallClock.nanos();
        TransactionContext proposed = machine.startTransaction(request(TICK));
        long after = WallClock.nanos();

        ByteBuffer stored = proposed.getStateMachineLogEntry().getLogData().asReadOnlyByteBuffer();
        assertThat(BatchCodec.decodeStamped(stored).timeNanos()).isBetween(before, after);
        proposed.initLogEntry(1, 4);
        Message answer = machine.applyTransaction(proposed).get();
        List<Outcome> outcomes = OutcomesCodec.decode(answer.getContent().asReadOnlyByteBuffer());
        assertThat(outcomes).singleElement().isEqualTo(Outcome.applied(replica.view().lastId()));
        assertThat(replica.view().timeNanos()).isBetween(before, after);
        assertThat(machine.getLastAppliedTermIndex().getIndex()).isEqualTo(4);
    }

    @Test
    void follower_appliesWhatTheLogHolds() throws Exception {
        long before = replica.view().lastId();

        apply(entry(0, stamped(77, TICK)));

        assertThat(replica.view().lastId()).isEqualTo(before + 1);
        assertThat(replica.view().timeNanos()).isEqualTo(77);
        assertThat(output.tail()).isEqualTo(before + 1);
    }

    @Test
    void requestThatIsNoBatch_isRefused_beforeItEntersTheLog() {
        TransactionContext refused = machine.startTransaction(request(new byte[] {1, 2, 3}));

        assertThat(refused.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(exits).isEmpty();
    }

    @Test
    void entryThatCannotBeRead_stopsTheNode_beforeItCountsAsApplied() {
        LogEntryProto unreadable = entry(9, stamped(1, new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> apply(unreadable)).isInstanceOf(IllegalArgumentException.class);

        assertThat(exits).containsExactly(70);
        assertThat(machine.getLastAppliedTermIndex().getIndex()).isNegative();
    }

    @Test
    void pause_mayComeAgain_butAnExchangeThatDoesNotEnd_stopsTheNode() {
        machine.getLifeCycle().startAndTransition(() -> {});
        machine.pause();
        machine.pause();
        long now = System.nanoTime();
        machine.checkExchange(now);
        assertThat(exits).isEmpty();
        machine.checkExchange(now + TimeUnit.SECONDS.toNanos(31));
        assertThat(exits).containsExactly(70);
    }

    @Test
    void installedSnapshotThatCannotBeLoaded_stopsTheNode() {
        machine.getLifeCycle().startAndTransition(() -> {});
        machine.pause();
        // The store was never told its folder.
        assertThatThrownBy(machine::reinitialize).isInstanceOf(RuntimeException.class);
        assertThat(exits).containsExactly(70);
    }

    @Test
    void snapshotThatCannotBeWritten_leavesNoLinksBehind() throws Exception {
        LogStateMachine eager = machine(new SnapshotPolicy(1, 1 << 20));
        eager.applyTransaction(
                        eager.startTransaction(entry(0, stamped(1, TICK)), RaftPeerRole.FOLLOWER))
                .get();
        assertThat(output.tail()).isEqualTo(replica.view().lastId());
        // The store was never told its folder, so that nothing can be published.
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("output");
        }
        assertThat(exits).isEmpty();
    }

    @Test
    void outputThatCannotBeSealed_stopsTheNode() throws Exception {
        DirectoryTree.delete(directory.resolve("output"));
        LogStateMachine eager = machine(new SnapshotPolicy(1, 1 << 20));
        TransactionContext tick =
                eager.startTransaction(entry(0, stamped(1, TICK)), RaftPeerRole.FOLLOWER);
        assertThatThrownBy(() -> eager.applyTransaction(tick))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(exits).containsExactly(70);
    }

    private LogStateMachine machine(SnapshotPolicy policy) {
        return new LogStateMachine(
                replica,
                new SnapshotKeeper(policy, directory, replica, Runnable::run),
                new Health(exits::add));
    }

    private void apply(LogEntryProto entry) throws Exception {
        machine.applyTransaction(machine.startTransaction(entry, RaftPeerRole.FOLLOWER)).get();
    }

    private static RaftClientRequest request(byte[] batch) {
        return RaftClientRequest.newBuilder()
                .setClientId(ClientId.randomId())
                .setServerId(RaftPeerId.valueOf("node1"))
                .setGroupId(Membership.groupOf("irc.example"))
                .setCallId(1)
                .setMessage(Message.valueOf(ByteString.copyFrom(batch)))
                .setType(RaftClientRequest.writeRequestType())
                .build();
    }

    private static ByteBuffer stamped(long nanos, byte[] batch) {
        return ByteBuffer.allocate(8 + batch.length).putLong(nanos).put(batch).flip();
    }

    private static LogEntryProto entry(long index, ByteBuffer data) {
        return LogEntryProto.newBuilder()
                .setTerm(1)
                .setIndex(index)
                .setStateMachineLogEntry(
                        StateMachineLogEntryProto.newBuilder()
                                .setLogData(ByteString.copyFrom(data)))
                .build();
    }
}
