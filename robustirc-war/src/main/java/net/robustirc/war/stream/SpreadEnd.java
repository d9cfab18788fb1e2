package net.robustirc.war.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends streams one by one over a time, so that their clients do not come back all at once. */
final class SpreadEnd {
    /** How often it wants its turn until it is over. */
    static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Consumer<ClientStream> end;
    private final Deque<ClientStream> left = new ArrayDeque<>();
    private long start;
    private long spread;
    private int total;

    SpreadEnd(Consumer<ClientStream> end) {
        this.end = end;
    }

    /** From now on these are ended; whoever was left of an earlier round is among them. */
    void begin(Collection<ClientStream> streams, long nowNanos, long spreadNanos) {
        left.clear();
        left.addAll(streams);
        total = left.size();
        start = nowNanos;
        spread = Math.max(1, spreadNanos);
    }

    /** Ends those whose time has come. */
    void turn(long nowNanos) {
        double part = Math.min(1, (double) (nowNanos - start) / spread);
        while (!left.isEmpty() && total - left.size() < total * part) {
            end.accept(left.remove());
        }
    }

    /** The others may stay. */
    void stop() {
        left.clear();
    }

    boolean isOver() {
        return left.isEmpty();
    }
}
