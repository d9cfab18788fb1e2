package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import net.robustirc.consensus.UnavailableException;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.server.RaftServer;

/** Waits until this node has applied everything that was committed at the moment of asking. */
final class LinearizableReads {
    /**
     * Patience is longer than an election usually takes and shorter than clients wait; Ratis itself
     * waits for up to 10 s for what a follower has to apply.
     */
    private static final SharedReads.Times TIMES =
            new SharedReads.Times(
                    Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(50));

    private final RaftServer server;
    private final Membership membership;
    private final SharedReads reads;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();

    LinearizableReads(RaftServer server, Membership membership, Threads threads) {
        this.server = server;
        this.membership = membership;
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
        return call().thenAccept(
                        reply -> {
                            if (!reply.isSuccess()) {
                                throw new CompletionException(reply.getException());
                            }
                        });
    }

    private CompletableFuture<RaftClientReply> call() {
        RaftClientRequest request =
                RaftClientRequest.newBuilder()
                        .setClientId(client)
                        .setServerId(membership.self())
                        .setGroupId(membership.group())
                        .setCallId(calls.incrementAndGet())
                        .setMessage(Message.EMPTY)
                        .setType(RaftClientRequest.readRequestType())
                        .build();
        try {
            return server.submitClientRequestAsync(request);
        } catch (IOException | CompletionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
