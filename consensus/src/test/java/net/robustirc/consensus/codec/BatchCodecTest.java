package net.robustirc.consensus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.List;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;

class BatchCodecTest {
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(1, new SubmissionId(1, 1), 10, new Command.Tick()),
                    new Entry(
                            1,
                            new SubmissionId(1, 2),
                            20,
                            new Command.DeleteSession(new SessionId(5), "bye")),
                    new Entry(
                            1,
                            new SubmissionId(1, 4),
                            20,
                            new Command.DeleteSession(new SessionId(5), "lost", true)),
                    new Entry(
                            1,
                            new SubmissionId(1, 3),
                            20,
                            new Command.AddressSeen(new SessionId(5), "2001:db8::1")));

    @Test
    void stampedBatch_comesBackTheSame() {
        ByteBuffer stored = stamped(0x0102030405060708L, encoded());

        assertThat(BatchCodec.decodeStamped(stored))
                .isEqualTo(new StampedBatch(0x0102030405060708L, ENTRIES));
    }

    @Test
    void stamp_isBigEndian() {
        assertThat(BatchCodec.stamp(0x0102030405060708L)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void garbage_isRefused() {
        ByteBuffer garbage = stamped(1, new byte[] {(byte) 0xff, (byte) 0xff, 1});

        assertThatIllegalArgumentException().isThrownBy(() -> BatchCodec.decodeStamped(garbage));
    }

    @Test
    void missingStamp_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchCodec.decodeStamped(ByteBuffer.wrap(new byte[7])));
    }

    private static byte[] encoded() {
        return BatchCodec.encode(ENTRIES.stream().map(EntryCodec::encode).toList());
    }

    private static ByteBuffer stamped(long nanos, byte[] batch) {
        return ByteBuffer.allocate(8 + batch.length).putLong(nanos).put(batch).flip();
    }
}
