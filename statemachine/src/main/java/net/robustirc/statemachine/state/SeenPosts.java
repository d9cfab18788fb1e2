package net.robustirc.statemachine.state;

import java.util.Arrays;

/**
 * Keys of a session's newest posts (design D4): those of the last 30 s and always the very last. A
 * key is two numbers. Kept in chunks of 16, oldest first, each with a filter, so that one more
 * copies at most one chunk, and a search looks only into chunks that may hold the key.
 */
public final class SeenPosts {
    /** No copy of a post can surface later than this: longer than any {@code validUntil}. */
    static final long WINDOW_NANOS = 30_000_000_000L;

    static final SeenPosts NONE = new SeenPosts(new long[0][], new long[0]);

    private static final int CHUNK = 16;
    private static final int STRIDE = 3;
    private static final int FILTER = CHUNK * STRIDE;

    private final long[][] full;
    private final long[] open;

    private SeenPosts(long[][] full, long[] open) {
        this.full = full;
        this.open = open;
    }

    /** Whether a post with that key was applied not long before. */
    boolean contains(long high, long low, long nowNanos) {
        int last = open.length - STRIDE;
        if (last >= 0 && open[last] == high && open[last + 1] == low) {
            return true;
        }
        long since = nowNanos - WINDOW_NANOS;
        if (finds(open, open.length, high, low, since)) {
            return true;
        }
        long bit = bit(high, low);
        for (int i = full.length - 1; i >= 0; i--) {
            if ((full[i][FILTER] & bit) != 0 && finds(full[i], FILTER, high, low, since)) {
                return true;
            }
        }
        return false;
    }

    private static boolean finds(long[] keys, int end, long high, long low, long since) {
        for (int i = 0; i < end; i += STRIDE) {
            if (keys[i] == high && keys[i + 1] == low && keys[i + 2] >= since) {
                return true;
            }
        }
        return false;
    }

    /** One more key; the oldest ones go when a chunk is full. */
    SeenPosts with(long high, long low, long timeNanos) {
        if (open.length < FILTER) {
            return new SeenPosts(full, appended(open, high, low, timeNanos));
        }
        return new SeenPosts(sealed(timeNanos), new long[] {high, low, timeNanos});
    }

    private static long[] appended(long[] keys, long high, long low, long timeNanos) {
        long[] next = Arrays.copyOf(keys, keys.length + STRIDE);
        next[keys.length] = high;
        next[keys.length + 1] = low;
        next[keys.length + 2] = timeNanos;
        return next;
    }

    /** The full chunks that still count at that time, and the open one. */
    private long[][] sealed(long timeNanos) {
        long since = timeNanos - WINDOW_NANOS;
        int first = 0;
        while (first < full.length && full[first][FILTER - 1] < since) {
            first++;
        }
        long[][] next = Arrays.copyOfRange(full, first, full.length + 1);
        next[next.length - 1] = filtered(open);
        return next;
    }

    private static long[] filtered(long[] keys) {
        long[] chunk = Arrays.copyOf(keys, FILTER + 1);
        for (int i = 0; i < FILTER; i += STRIDE) {
            chunk[FILTER] |= bit(keys[i], keys[i + 1]);
        }
        return chunk;
    }

    /** One of 64 bits, spread by a multiplication (the golden ratio's fraction). */
    private static long bit(long high, long low) {
        return 1L << ((high + 31 * low) * 0x9E3779B97F4A7C15L >>> 58);
    }

    /** Calls for each key, oldest first; {@link #with} in this order from none gives the same. */
    public void forEach(KeyReader reader) {
        for (long[] chunk : full) {
            forEach(chunk, FILTER, reader);
        }
        forEach(open, open.length, reader);
    }

    private static void forEach(long[] keys, int end, KeyReader reader) {
        for (int i = 0; i < end; i += STRIDE) {
            reader.read(keys[i], keys[i + 1], keys[i + 2]);
        }
    }

    /** How many keys are kept. */
    public int size() {
        return full.length * CHUNK + open.length / STRIDE;
    }

    /** The same keys again, three numbers each, in the order of {@link #forEach}. */
    public static SeenPosts of(long[] keys) {
        int open = keys.length == 0 ? 0 : (keys.length - 1) / FILTER * FILTER;
        long[][] full = new long[open / FILTER][];
        for (int i = 0; i < full.length; i++) {
            full[i] = filtered(Arrays.copyOfRange(keys, i * FILTER, (i + 1) * FILTER));
        }
        return new SeenPosts(full, Arrays.copyOfRange(keys, open, keys.length));
    }

    /** Takes one key and the entry time at which it was applied. */
    public interface KeyReader {
        void read(long high, long low, long timeNanos);
    }
}
