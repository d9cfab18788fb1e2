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
 * Group commit (design D8): a lone command goes at once; while batches are under way the next
 * gathers.
 */
final class Batcher {
    static final int MAX_COMMANDS = 512;
    static final int MAX_BYTES = 256 << 10;

    /** Below what the log takes as one entry. */
    static final int MAX_COMMAND_BYTES = 900 << 10;

    /**
     * Two: while one is being synced to disk the next is replicated; more only makes them small.
     */
    static final int MAX_UNDER_WAY = 2;

    static final int MAX_PENDING_COMMANDS = 20_000;
    private static final int MAX_PENDING_BYTES = 16 << 20;

    private final Function<List<Submission>, CompletableFuture<Void>> delivery;
    private final ArrayDeque<Submission> gathered = new ArrayDeque<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int pendingCommands;
    private int pendingBytes;
    private int underWay;
    private boolean stopped;

    /**
     * @param delivery takes a batch and completes, always normally, when each of its submissions is
     *     completed
     */
    Batcher(Function<List<Submission>, CompletableFuture<Void>> delivery) {
        this.delivery = delivery;
    }

    CompletableFuture<Outcome> submit(Entry entry) {
        var wire = EntryCodec.encode(entry);
        Submission submission =
                new Submission(wire, wire.getSerializedSize(), new CompletableFuture<>());
        if (submission.bytes() > MAX_COMMAND_BYTES) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException(
                            "a command of " + submission.bytes() + " bytes is too large"));
        }
        String refusal = accept(submission);
        if (!refusal.isEmpty()) {
            return CompletableFuture.failedFuture(new UnavailableException(refusal));
        }
        sendNext();
        return submission.outcome();
    }

    /** Takes no more commands; completes once the gathered ones have their outcome. */
    synchronized CompletableFuture<Void> drain() {
        stopped = true;
        completeIfDrained();
        return drained;
    }

    private synchronized String accept(Submission submission) {
        if (stopped) {
            return "this node is shutting down";
        }
        if (pendingCommands >= MAX_PENDING_COMMANDS || pendingBytes >= MAX_PENDING_BYTES) {
            return "too many commands wait for their outcome";
        }
        pendingCommands++;
        pendingBytes += submission.bytes();
        gathered.add(submission);
        return "";
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
        pendingCommands -= batch.size();
        for (Submission submission : batch) {
            pendingBytes -= submission.bytes();
        }
        completeIfDrained();
    }

    private void completeIfDrained() {
        if (stopped && pendingCommands == 0) {
            drained.complete(null);
        }
    }
}
