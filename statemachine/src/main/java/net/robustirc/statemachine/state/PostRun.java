package net.robustirc.statemachine.state;

import java.util.Arrays;

/** Keys of posts, sorted, each with the entry time of its post: immutable. */
public final class PostRun {
    /** Numbers that make one item: the key's two and the time. */
    public static final int STRIDE = 3;

    private final long[] items;
    private final long newestNanos;

    private PostRun(long[] items, long newestNanos) {
        this.items = items;
        this.newestNanos = newestNanos;
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
        if (newestNanos < sinceNanos) {
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
