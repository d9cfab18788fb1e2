package net.robustirc.war.password;

import java.util.Map;
import java.util.function.LongSupplier;
import net.robustirc.war.auth.BoundedMap;

/** Counts the wrong secrets that somebody tries in a minute, for a bounded number of them. */
final class GuessCount {
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final int MOST_REMEMBERED = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new BoundedMap<>(MOST_REMEMBERED);

    private record Window(long startNanos, int guesses) {}

    /**
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    GuessCount(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a guess before it is looked at, so that guesses sent at once gain nothing.
     *
     * @return how many this minute has seen, this one included
     */
    synchronized int count(String who) {
        long now = nanoTime.getAsLong();
        Window last = windows.remove(who);
        boolean fresh = last == null || now - last.startNanos() >= WINDOW_NANOS;
        Window next =
                fresh ? new Window(now, 1) : new Window(last.startNanos(), last.guesses() + 1);
        windows.put(who, next);
        return next.guesses();
    }

    /** Takes a guess back that was right. */
    synchronized void wasRight(String who) {
        windows.computeIfPresent(
                who, (key, window) -> new Window(window.startNanos(), window.guesses() - 1));
    }
}
