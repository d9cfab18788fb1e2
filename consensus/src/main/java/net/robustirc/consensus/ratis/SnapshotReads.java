package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which snapshots are being sent to other nodes. Ratis opens one file after the other and does not
 * say when it gives up; so a snapshot counts as read until a while after its last chunk.
 */
final class SnapshotReads {
    /** Chunks follow each other within four times Ratis' time limit for one, which is 2.5 s. */
    static final Duration AFTERWARDS = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final Map<Long, Long> lastReads = new ConcurrentHashMap<>();

    SnapshotReads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The same chunks; each that is taken says that the snapshot of that index is read. */
    <T> Iterable<T> noted(long index, Iterable<T> chunks) {
        note(index);
        return () -> {
            Iterator<T> each = chunks.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public T next() {
                    note(index);
                    return each.next();
                }
            };
        };
    }

    private void note(long index) {
        lastReads.put(index, nanoTime.getAsLong());
    }

    /** Whether somebody may still want the rest of that snapshot. */
    boolean inUse(long index) {
        long now = nanoTime.getAsLong();
        lastReads.values().removeIf(last -> now - last > AFTERWARDS.toNanos());
        return lastReads.containsKey(index);
    }
}
