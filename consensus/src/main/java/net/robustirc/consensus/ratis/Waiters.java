package net.robustirc.consensus.ratis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.statemachine.ServerView;

/** Those who wait until an id has been applied here. */
final class Waiters {
    private final Executor callbacks;
    private final TreeMap<Long, List<CompletableFuture<ServerView>>> byId = new TreeMap<>();
    private volatile long lowest = Long.MAX_VALUE;

    Waiters(Executor callbacks) {
        this.callbacks = callbacks;
    }

    /** The caller looks at the published view once more after this: it may have moved meanwhile. */
    synchronized CompletableFuture<ServerView> add(long id) {
        CompletableFuture<ServerView> waiter = new CompletableFuture<>();
        byId.computeIfAbsent(id, key -> new ArrayList<>()).add(waiter);
        lowest = byId.firstKey();
        waiter.whenComplete((view, failure) -> remove(id, waiter));
        return waiter;
    }

    /** Called on the apply thread after publishing a view; costs one read when nobody waits. */
    void applied(ServerView view) {
        if (lowest <= view.lastId()) {
            callbacks.execute(() -> reached(view.lastId()).forEach(w -> w.complete(view)));
        }
    }

    void failAll(String reason) {
        UnavailableException failure = new UnavailableException(reason);
        reached(Long.MAX_VALUE).forEach(waiter -> waiter.completeExceptionally(failure));
    }

    private synchronized List<CompletableFuture<ServerView>> reached(long id) {
        List<CompletableFuture<ServerView>> reached = new ArrayList<>();
        byId.headMap(id, true).values().forEach(reached::addAll);
        return reached;
    }

    private synchronized void remove(long id, CompletableFuture<ServerView> waiter) {
        List<CompletableFuture<ServerView>> same = byId.get(id);
        if (same != null && same.remove(waiter) && same.isEmpty()) {
            byId.remove(id);
        }
        lowest = byId.isEmpty() ? Long.MAX_VALUE : byId.firstKey();
    }
}
