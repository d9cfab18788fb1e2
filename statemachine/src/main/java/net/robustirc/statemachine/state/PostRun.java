package net.robustirc.statemachine.state;

import java.util.Arrays;

/**
 * Keys of posts, sorted, each with the entry time of its post: immutable. Nearly every search is
 * for a key that is not there, in memory that nothing else has touched for a while: a filter of a
 * bit for most of the keys says so with one look. It follows from the keys and is not written down.
 */
public final class PostRun {
    /** Numbers that make one item: the key's two and the time. */
    public static final int STRIDE = 3;

    /** Keys for each word of the filter; fewer than these need none of their own. */
    private static final int KEYS_PER_WORD = 8;

    private final long[] items;
    private final long newestNanos;
    private final long[] filter;

    private PostRun(long[] items, long newestNanos) {
        this.items = items;
        this.newestNanos = newestNanos;
        this.filter = new long[Math.max(1, Integer.highestOneBit(size() / KEYS_PER_WORD))];
        for (int i = 0; i < items.length; i += STRIDE) {
            long hash = hash(items[i], items[i + 1]);
            filter[word(hash)] |= bits(hash);
        }
    }

    private static long hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 32;
    }

    private int word(long hash) {
        return (int) (hash >>> 18) & filter.length - 1;
    }

    /** Three of the 64 bits. */
    private static long bits(long hash) {
        return 1L << hash | 1L << (hash >>> 6) | 1L << (hash >>> 12);
    }

    private boolean mayContain(PostKey key) {
        long hash = hash(key.high(), key.low());
        long bits = bits(hash);
        return (filter[word(hash)] & bits) == bits;
    }

    /** The same run again, as {@link #items} gave it. */
    public static PostRun of(long[] items) {
        long newest = Long.MIN_VALUE;
        for (int i = 2; i < items.length; i += STRIDE) {
            newest = Math.max(newest, items[i]);
        }
        return new PostRun(items.clone(), newest);
    }

    /** A run of items that are in no order yet: few, so that moving them one by one is quickest. */
    static PostRun sorted(long[] unsorted) {
        long[] items = new long[unsorted.length];
        for (int i = 0; i < unsorted.length; i += STRIDE) {
            int place = i;
            while (place > 0 && compare(items, place - STRIDE, unsorted, i) > 0) {
                System.arraycopy(items, place - STRIDE, items, place, STRIDE);
                place -= STRIDE;
            }
            System.arraycopy(unsorted, i, items, place, STRIDE);
        }
        return of(items);
    }

    /** This run and a newer one as one. */
    PostRun merged(PostRun newer) {
        long[] merged = new long[items.length + newer.items.length];
        int mine = 0;
        int theirs = 0;
        for (int i = 0; i < merged.length; i += STRIDE) {
            if (theirs == newer.items.length
                    || mine < items.length && compare(items, mine, newer.items, theirs) <= 0) {
                System.arraycopy(items, mine, merged, i, STRIDE);
                mine += STRIDE;
            } else {
                System.arraycopy(newer.items, theirs, merged, i, STRIDE);
                theirs += STRIDE;
            }
        }
        return new PostRun(merged, Math.max(newestNanos, newer.newestNanos));
    }

    private static int compare(long[] one, int i, long[] other, int j) {
        int byHigh = Long.compare(one[i], other[j]);
        return byHigh != 0 ? byHigh : Long.compare(one[i + 1], other[j + 1]);
    }

    /** Whether the key is here with a time that is not older. */
    boolean contains(PostKey key, long sinceNanos) {
        if (newestNanos < sinceNanos || !mayContain(key)) {
            return false;
        }
        for (int i = firstNotBelow(key) * STRIDE; i < items.length; i += STRIDE) {
            if (items[i] != key.high() || items[i + 1] != key.low()) {
                return false;
            }
            if (items[i + 2] >= sinceNanos) {
                return true;
            }
        }
        return false;
    }

    private int firstNotBelow(PostKey key) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (below(middle * STRIDE, key)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private boolean below(int i, PostKey key) {
        return items[i] != key.high() ? items[i] < key.high() : items[i + 1] < key.low();
    }

    int size() {
        return items.length / STRIDE;
    }

    long newestNanos() {
        return newestNanos;
    }

    /** All items, {@link #STRIDE} numbers each, in the order of their keys. */
    public long[] items() {
        return Arrays.copyOf(items, items.length);
    }
}
