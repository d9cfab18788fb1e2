package net.robustirc.consensus.ratis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which snapshots are being sent to other nodes. */
final class SnapshotReads {
    private final Map<Long, Integer> readers = new ConcurrentHashMap<>();

    /** Until it is closed, once, somebody reads the snapshot of that index. */
    interface Reading extends AutoCloseable {
        @Override
        void close();
    }

    Reading begin(long index) {
        readers.merge(index, 1, Integer::sum);
        return () -> readers.computeIfPresent(index, (key, n) -> n == 1 ? null : n - 1);
    }

    /** The oldest one that is read; the greatest number if none is. */
    long lowest() {
        return readers.keySet().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    boolean inUse(long index) {
        return readers.containsKey(index);
    }
}
