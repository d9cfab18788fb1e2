package net.robustirc.consensus.ratis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;

/**
 * Group commit (design D8): a lone command goes at once; while a batch is under way the next
 * gathers.
 */
final class Batcher {
    static final int MAX_COMMANDS = 512;
    static final int MAX_BYTES = 256 << 10;

    /** Below what the log takes as one entry. */
    static final int MAX_COMMAND_BYTES = 900 << 10;

    /**
     * One: more under way make batches smaller, and it is entries that cost. It also keeps the
     * order in which a node's commands came.
     */
    static final int MAX_UNDER_WAY = 1;

    private static final long UNSET = -1;
    static final int MAX_PENDING_COMMANDS = 20_000;
    private static final int MAX_PENDING_BYTES = 16 << 20;

    private final Function<List<Submission>, CompletableFuture<Void>> delivery;
    private final ArrayDeque<Submission> gathered = new ArrayDeque<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int pendingCommands;
    private int pendingBytes;
    private int underWay;
    private long settled;
    private long drainedAt = UNSET;
    private volatile boolean draining;
    private volatile boolean closed;

    /**
     * @param delivery takes a batch and completes, always normally, when each of its submissions is
     *     completed
     */
    Batcher(Function<List<Submission>, CompletableFuture<Void>> delivery) {
        this.delivery = delivery;
    }

    CompletableFuture<Outcome> submit(Entry entry) {
        Submission submission = Submission.of(EntryCodec.encode(entry));
        if (submission.bytes() > MAX_COMMAND_BYTES) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException(
                            "a command of " + submission.bytes() + " bytes is too large"));
        }
        try {
            accept(List.of(submission), draining);
            sendNext();
            return submission.outcome();
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(e);
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
    synchronized CompletableFuture<Void> drain() {
        draining = true;
        if (drainedAt == UNSET) {
            drainedAt = settled + pendingCommands;
        }
        completeIfDrained();
        return drained;
    }

    /** Takes no more commands at all. */
    synchronized void close() {
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
            delivery.apply(batch).whenComplete((nothing, failure) -> delivered(batch));
        }
    }

    private synchronized List<Submission> takeBatch() {
        List<Submission> batch = new ArrayList<>();
        if (underWay >= MAX_UNDER_WAY) {
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
        if (!batch.isEmpty()) {
            underWay++;
        }
        return batch;
    }

    private void delivered(List<Submission> batch) {
        forget(batch);
        sendNext();
    }

    private synchronized void forget(List<Submission> batch) {
        underWay--;
        settle(batch);
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
