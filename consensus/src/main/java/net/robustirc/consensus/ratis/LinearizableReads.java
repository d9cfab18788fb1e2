package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.UnavailableException;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;

/** Waits until this node has applied everything that was committed at the moment of asking. */
final class LinearizableReads {
    /**
     * Patience is longer than an election usually takes and shorter than clients wait; Ratis itself
     * waits for up to 10 s for what a follower has to apply.
     */
    private static final SharedReads.Times TIMES =
            new SharedReads.Times(
                    Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(50));

    private final OwnServer server;
    private final SharedReads reads;

    LinearizableReads(OwnServer server, Threads threads) {
        this.server = server;
        this.reads = new SharedReads(this::attempt, threads, TIMES);
    }

    /** Completes when applied, or exceptionally with {@link UnavailableException}. */
    CompletableFuture<Void> read() {
        return reads.read();
    }

    void close() {
        reads.close();
    }

    private CompletableFuture<Void> attempt() {
        return server.ask(RaftClientRequest.readRequestType(), Message.EMPTY)
                .thenAccept(reply -> {});
    }
}
