package net.robustirc.consensus.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.List;
import net.robustirc.consensus.codec.proto.Batch;
import net.robustirc.consensus.codec.proto.Entry;

/**
 * Entries that travel together (design D8). On the way to the leader a batch is a bare {@code
 * Batch} message; in the log the leader's stamp stands before it, 8 bytes big-endian, Unix
 * nanoseconds.
 */
public final class BatchCodec {
    /** Bytes of the stamp. */
    private static final int STAMP_BYTES = Long.BYTES;

    private BatchCodec() {}

    /** The bare batch. */
    public static byte[] encode(List<Entry> entries) {
        return Batch.newBuilder().addAllEntries(entries).build().toByteArray();
    }

    /** The bytes that stand before a batch in the log. */
    public static byte[] stamp(long timeNanos) {
        return ByteBuffer.allocate(STAMP_BYTES).putLong(timeNanos).array();
    }

    /**
     * The encoded entries of a bare batch, from the buffer's position to its limit.
     *
     * @throws IllegalArgumentException if this is not a batch
     */
    public static List<Entry> parse(ByteBuffer batch) {
        try {
            return Batch.parseFrom(batch).getEntriesList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a batch of entries", e);
        }
    }

    /**
     * Reads a bare batch, from the buffer's position to its limit.
     *
     * @throws IllegalArgumentException if this is not a batch, or holds a command unknown to this
     *     version
     */
    public static List<net.robustirc.statemachine.entry.Entry> decode(ByteBuffer batch) {
        return parse(batch).stream().map(EntryCodec::decode).toList();
    }

    /** Reads what the log holds: a stamp and a batch. */
    public static StampedBatch decodeStamped(ByteBuffer stamped) {
        if (stamped.remaining() < STAMP_BYTES) {
            throw new IllegalArgumentException("a batch without a stamp");
        }
        long timeNanos = stamped.getLong();
        return new StampedBatch(timeNanos, decode(stamped));
    }
}
