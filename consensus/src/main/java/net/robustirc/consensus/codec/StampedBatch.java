package net.robustirc.consensus.codec;

import java.util.List;
import net.robustirc.statemachine.entry.Entry;

/**
 * What one entry of the Raft log holds.
 *
 * @param timeNanos the leader's clock when it proposed the batch, Unix nanoseconds
 */
public record StampedBatch(long timeNanos, List<Entry> entries) {
    public StampedBatch {
        entries = List.copyOf(entries);
    }
}
