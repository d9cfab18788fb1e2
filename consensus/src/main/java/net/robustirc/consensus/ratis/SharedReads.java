package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import net.robustirc.consensus.UnavailableException;

/**
 * Lets all who wait for a linearizable read share one attempt at a time: however long there is no
 * leader, and however many ask, one retries. An attempt stands for those who asked before it began.
 */
final class SharedReads {
    private static final String CLOSED = "this node is shutting down";
    private static final String NO_LEADER = "the network has no leader";

    private final Supplier<CompletableFuture<Void>> call;
    private final Threads threads;
    private final Times times;
    private final Set<CompletableFuture<Void>> waiting = new LinkedHashSet<>();
    private boolean trying;
    private boolean closed;
    private long newest;

    /**
     * @param patience how long anybody waits
     * @param attempt after so long without an answer another attempt is made; the answer still
     *     counts when it comes
     * @param retry between a failure and the next attempt
     */
    record Times(Duration patience, Duration attempt, Duration retry) {}

    /**
     * @param call makes one attempt, without blocking
     */
    SharedReads(Supplier<CompletableFuture<Void>> call, Threads threads, Times times) {
        this.call = call;
        this.threads = threads;
        this.times = times;
    }

    /** Completes after a successful attempt, or exceptionally with {@link UnavailableException}. */
    CompletableFuture<Void> read() {
        CompletableFuture<Void> waiter = new CompletableFuture<>();
        Optional<ScheduledFuture<?>> limit =
                threads.later(
                        times.patience,
                        () -> threads.callbacks().execute(() -> fail(waiter, NO_LEADER)));
        if (limit.isEmpty()) {
            fail(waiter, CLOSED);
            return waiter;
        }
        waiter.whenComplete((nothing, failure) -> leave(waiter, limit.get()));
        boolean first;
        boolean late;
        synchronized (this) {
            late = closed;
            waiting.add(waiter);
            first = !trying;
            trying = true;
        }
        if (late) {
            fail(waiter, CLOSED);
        } else if (first) {
            attempt();
        }
        return waiter;
    }

    /** Nobody waits any longer. */
    void close() {
        List<CompletableFuture<Void>> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(waiting);
        }
        left.forEach(waiter -> fail(waiter, CLOSED));
    }

    private void attempt() {
        List<CompletableFuture<Void>> covered;
        long number;
        synchronized (this) {
            newest++;
            number = newest;
            covered = new ArrayList<>(waiting);
            trying = !covered.isEmpty();
        }
        if (covered.isEmpty()) {
            return;
        }
        Optional<ScheduledFuture<?>> limit = threads.later(times.attempt, () -> next(number));
        call.get()
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            limit.ifPresent(timer -> timer.cancel(false));
                            if (failure == null) {
                                covered.forEach(waiter -> waiter.complete(null));
                                next(number);
                            } else {
                                threads.later(times.retry, () -> next(number));
                            }
                        },
                        threads.callbacks());
    }

    /** Goes on after an attempt, unless that has happened already. */
    private void next(long number) {
        synchronized (this) {
            if (number != newest) {
                return;
            }
            newest++;
        }
        attempt();
    }

    private void leave(CompletableFuture<Void> waiter, ScheduledFuture<?> limit) {
        limit.cancel(false);
        synchronized (this) {
            waiting.remove(waiter);
        }
    }

    private static void fail(CompletableFuture<Void> waiter, String reason) {
        waiter.completeExceptionally(new UnavailableException(reason));
    }
}
