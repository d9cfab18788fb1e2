package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;

/**
 * Group commit (design D8): a lone command goes at once; while a batch is under way the next
 * gathers, and then for as long as {@link Pace} says.
 */
final class Batcher {
    static final int MAX_COMMANDS = 512;
    static final int MAX_BYTES = 256 << 10;

    /** Below what the log takes as one entry. */
    static final int MAX_COMMAND_BYTES = 900 << 10;

    private static final long UNSET = -1;
    static final int MAX_PENDING_COMMANDS = 20_000;
    private static final int MAX_PENDING_BYTES = 16 << 20;

    private final Function<List<Submission>, CompletableFuture<Void>> delivery;
    private final LongSupplier nanoTime;
    private final Alarm alarm;
    private final Pace pace = new Pace();
    private final ArrayDeque<Submission> gathered = new ArrayDeque<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int pendingCommands;
    private int pendingBytes;

    /**
     * One at a time: more under way make batches smaller, and it is entries that cost. It also
     * keeps the order in which a node's commands came.
     */
    private boolean underWay;

    private long settled;
    private long drainedAt = UNSET;
    private boolean alarmSet;
    private volatile boolean draining;
    private volatile boolean closed;

    /** Runs a task on another thread after a while. */
    interface Alarm {
        Object after(Duration delay, Runnable task);
    }

    /**
     * @param delivery takes a batch and completes, always normally, when each of its submissions is
     *     completed
     */
    Batcher(
            Function<List<Submission>, CompletableFuture<Void>> delivery,
            LongSupplier nanoTime,
            Alarm alarm) {
        this.delivery = delivery;
        this.nanoTime = nanoTime;
        this.alarm = alarm;
    }

    CompletableFuture<Outcome> submit(Entry entry) {
        Submission submission = Submission.of(EntryCodec.encode(entry));
        try {
            checkSize(submission);
            accept(List.of(submission), draining);
            sendNext();
            return submission.outcome();
        } catch (IllegalArgumentException | UnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * @throws IllegalArgumentException if the log would not take the command
     */
    static void checkSize(Submission submission) {
        if (submission.bytes() > MAX_COMMAND_BYTES) {
            throw new IllegalArgumentException(
                    "a command of " + submission.bytes() + " bytes is too large");
        }
    }

    /**
     * Takes commands that gathered on another node, also while this one drains: as long as it leads
     * there is nobody else who could.
     *
     * @throws UnavailableException if none of them is taken
     */
    void submitForwarded(List<Submission> submissions) throws UnavailableException {
        accept(submissions, closed);
        sendNext();
    }

    /** Drops those gathered ones that nobody waits for any longer, and returns them. */
    synchronized List<Submission> expire(long nowNanos) {
        List<Submission> overdue = new ArrayList<>();
        while (!gathered.isEmpty() && gathered.peek().overdue(nowNanos)) {
            overdue.add(gathered.poll());
        }
        settle(overdue);
        return overdue;
    }

    /** Takes no more commands of its own; completes once those taken have their outcome. */
    CompletableFuture<Void> drain() {
        synchronized (this) {
            draining = true;
            if (drainedAt == UNSET) {
                drainedAt = settled + pendingCommands;
            }
            completeIfDrained();
        }
        sendNext();
        return drained;
    }

    /** Takes no more commands at all. */
    void close() {
        closed = true;
        drain();
    }

    private synchronized void accept(List<Submission> submissions, boolean refused)
            throws UnavailableException {
        if (refused) {
            throw new UnavailableException("this node is shutting down");
        }
        if (pendingCommands >= MAX_PENDING_COMMANDS || pendingBytes >= MAX_PENDING_BYTES) {
            throw new UnavailableException("too many commands wait for their outcome");
        }
        for (Submission submission : submissions) {
            pendingCommands++;
            pendingBytes += submission.bytes();
            gathered.add(submission);
        }
    }

    private void sendNext() {
        List<Submission> batch = takeBatch();
        if (!batch.isEmpty()) {
            long started = nanoTime.getAsLong();
            delivery.apply(batch).whenComplete((nothing, failure) -> delivered(batch, started));
        }
    }

    private synchronized List<Submission> takeBatch() {
        List<Submission> batch = new ArrayList<>();
        if (underWay || gathered.isEmpty() || waits()) {
            return batch;
        }
        int bytes = 0;
        while (!gathered.isEmpty() && batch.size() < MAX_COMMANDS) {
            bytes += gathered.peek().bytes();
            if (bytes > MAX_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(gathered.poll());
        }
        underWay = true;
        return batch;
    }

    private boolean waits() {
        long nanos = draining ? 0 : pace.delay(gathered.size(), nanoTime.getAsLong());
        if (nanos > 0 && !alarmSet) {
            alarmSet = true;
            alarm.after(Duration.ofNanos(nanos), this::alarmed);
        }
        return nanos > 0;
    }

    private void alarmed() {
        synchronized (this) {
            alarmSet = false;
        }
        sendNext();
    }

    private void delivered(List<Submission> batch, long started) {
        synchronized (this) {
            underWay = false;
            long now = nanoTime.getAsLong();
            pace.done(batch.size(), now - started, now);
            settle(batch);
        }
        sendNext();
    }

    private void settle(List<Submission> submissions) {
        pendingCommands -= submissions.size();
        settled += submissions.size();
        for (Submission submission : submissions) {
            pendingBytes -= submission.bytes();
        }
        completeIfDrained();
    }

    private void completeIfDrained() {
        if (drainedAt != UNSET && settled >= drainedAt) {
            drained.complete(null);
        }
    }
}
