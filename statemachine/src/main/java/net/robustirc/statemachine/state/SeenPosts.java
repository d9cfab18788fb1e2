package net.robustirc.statemachine.state;

import java.util.Arrays;

/**
 * Keys of a session's newest posts (design D4): those of the last 30 s and always the very last. A
 * key is two numbers. The newest few stand in the order of their posts; the others in sorted runs,
 * oldest run first, that are merged when two are of one size: so one more copies few, and a search
 * takes the square of a logarithm, also where a session posts hundreds of lines a second.
 */
public final class SeenPosts {
    /** No copy of a post can surface later than this: longer than any {@code validUntil}. */
    static final long WINDOW_NANOS = 30_000_000_000L;

    static final SeenPosts NONE = new SeenPosts(new PostRun[0], new long[0]);

    private static final int OPEN_KEYS = 16;

    /** Runs of this size are not merged any more: they go as a whole when their time is over. */
    private static final int MAX_RUN_KEYS = 1024;

    /**
     * Where the time of entries stands still, after a leader whose clock was ahead, the oldest of
     * so many runs go all the same. With the window it takes 4,000 posts a second to come here.
     */
    static final int MAX_RUNS = 128;

    private final PostRun[] runs;
    private final long[] open;

    private SeenPosts(PostRun[] runs, long[] open) {
        this.runs = runs;
        this.open = open;
    }

    /** The same keys again, as {@link #runs} and {@link #open} gave them. */
    public static SeenPosts of(PostRun[] runs, long[] open) {
        return new SeenPosts(runs.clone(), open.clone());
    }

    /** Whether a post with that key was applied not long before. */
    boolean contains(PostKey key, long nowNanos) {
        long since = nowNanos - WINDOW_NANOS;
        int last = open.length - PostRun.STRIDE;
        for (int i = last; i >= 0; i -= PostRun.STRIDE) {
            if (open[i] == key.high()
                    && open[i + 1] == key.low()
                    && (i == last || open[i + 2] >= since)) {
                return true;
            }
        }
        for (int i = runs.length - 1; i >= 0; i--) {
            if (runs[i].contains(key, since)) {
                return true;
            }
        }
        return false;
    }

    /** One more key, not older than the others; those whose time is over go. */
    SeenPosts with(PostKey key, long timeNanos) {
        long since = timeNanos - WINDOW_NANOS;
        int first = 0;
        while (first < open.length && open[first + 2] < since) {
            first += PostRun.STRIDE;
        }
        if (open.length - first < OPEN_KEYS * PostRun.STRIDE) {
            return new SeenPosts(current(since, 0), appended(first, key, timeNanos));
        }
        return new SeenPosts(sealed(since), appended(open.length, key, timeNanos));
    }

    private long[] appended(int first, PostKey key, long timeNanos) {
        int kept = open.length - first;
        long[] next = Arrays.copyOfRange(open, first, open.length + PostRun.STRIDE);
        next[kept] = key.high();
        next[kept + 1] = key.low();
        next[kept + 2] = timeNanos;
        return next;
    }

    /** The runs that still count, and room for so many more. */
    private PostRun[] current(long since, int room) {
        int first = 0;
        while (first < runs.length && runs[first].newestNanos() < since) {
            first++;
        }
        return first == 0 && room == 0 ? runs : Arrays.copyOfRange(runs, first, runs.length + room);
    }

    /** The runs with the open keys as a new one, merged with those of its size. */
    private PostRun[] sealed(long since) {
        PostRun[] next = current(since, 1);
        int last = next.length - 1;
        next[last] = PostRun.sorted(open);
        while (last > 0
                && next[last].size() == next[last - 1].size()
                && next[last].size() < MAX_RUN_KEYS) {
            next[last - 1] = next[last - 1].merged(next[last]);
            last--;
        }
        int end = last + 1;
        int first = Math.max(0, end - MAX_RUNS);
        return first == 0 && end == next.length ? next : Arrays.copyOfRange(next, first, end);
    }

    /** Sorted keys, oldest run first. */
    public PostRun[] runs() {
        return runs.clone();
    }

    /**
     * The newest keys, three numbers each: the key and the entry time of its post; oldest first.
     */
    public long[] open() {
        return open.clone();
    }
}
