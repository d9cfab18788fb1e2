package net.robustirc.tools.load;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Posts numbered lines, one at a time, until told to stop. */
final class Poster {
    private final int number;
    private final Line line;
    private final String command;
    private final Pace pace;
    private final Results results;
    private final Set<Long> unsure = new ConcurrentSkipListSet<>();
    private volatile boolean stopping;
    private volatile boolean underWay;
    private volatile long last;
    private volatile long lastAcknowledgedStart;

    /**
     * How lines follow each other.
     *
     * @param pause between an acknowledgement and the next line
     * @param length of the text
     * @param timer for pauses
     */
    record Pace(Duration pause, int length, ScheduledExecutorService timer) {}

    /** The way to the network. */
    interface Line {
        /** Completes when the network has taken it. */
        CompletableFuture<Void> post(String text);
    }

    /** Who hears of acknowledgements. */
    interface Results {
        /**
         * A line is through.
         *
         * @param started and {@code ended} in nanoseconds of the monotonic clock
         */
        void acknowledged(long started, long ended);

        void failed(Throwable cause);
    }

    Poster(int number, Line line, String channel, Pace pace, Results results) {
        this.number = number;
        this.line = line;
        this.command = "PRIVMSG " + channel + " :";
        this.pace = pace;
        this.results = results;
    }

    int number() {
        return number;
    }

    /** Sequence of the last line posted. */
    long last() {
        return last;
    }

    /** Lines whose outcome is unknown: those that failed, and one that is not acknowledged yet. */
    Set<Long> unsure() {
        return unsure;
    }

    /** Whether a line is neither acknowledged nor given up. */
    boolean waiting() {
        return underWay && !unsure.isEmpty();
    }

    /** When the newest acknowledged line was started; nanoseconds of the monotonic clock. */
    long lastAcknowledgedStart() {
        return lastAcknowledgedStart;
    }

    void start() {
        next();
    }

    /** The line under way is the last one. */
    void stop() {
        stopping = true;
    }

    /** Whether nothing is under way after a stop. */
    boolean idle() {
        return stopping && !underWay;
    }

    private void next() {
        if (stopping) {
            underWay = false;
            return;
        }
        underWay = true;
        long sequence = last + 1;
        unsure.add(sequence);
        last = sequence;
        long started = System.nanoTime();
        String text = new LoadLine(number, sequence, started).text(pace.length());
        line.post(command + text)
                .whenComplete((done, problem) -> answered(sequence, started, problem));
    }

    private void answered(long sequence, long started, Throwable problem) {
        if (problem != null) {
            // The library has tried everywhere and long enough: the session is over.
            stopping = true;
            underWay = false;
            results.failed(problem);
            return;
        }
        unsure.remove(sequence);
        lastAcknowledgedStart = started;
        results.acknowledged(started, System.nanoTime());
        if (pace.pause().isZero()) {
            next();
        } else {
            pace.timer().schedule(this::next, pace.pause().toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
