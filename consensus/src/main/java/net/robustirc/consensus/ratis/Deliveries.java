package net.robustirc.consensus.ratis;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The batches that are under way. */
final class Deliveries {
    private static final String CLOSED = "this node is shutting down";

    private final LeaderLink link;
    private final Threads threads;
    private final Set<Delivery> active = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Deliveries(LeaderLink link, Threads threads) {
        this.link = link;
        this.threads = threads;
    }

    /** Completes, always normally, when each submission has been completed. */
    CompletableFuture<Void> start(List<Submission> submissions) {
        Delivery delivery = new Delivery(link, threads, submissions);
        active.add(delivery);
        delivery.done().whenComplete((nothing, failure) -> active.remove(delivery));
        delivery.attempt();
        if (closed) {
            delivery.giveUp(CLOSED);
        }
        return delivery.done();
    }

    /** To be called now and then: lets nobody wait for longer than a client would. */
    void expire(long nowNanos) {
        active.forEach(delivery -> delivery.expire(nowNanos));
    }

    /** The outcomes of what is under way stay unknown, and nothing is sent any more. */
    void close() {
        closed = true;
        link.abandonAll();
        active.forEach(delivery -> delivery.giveUp(CLOSED));
    }
}
