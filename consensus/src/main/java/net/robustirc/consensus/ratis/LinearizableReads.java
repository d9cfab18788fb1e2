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
    /** Longer than an election usually takes, shorter than clients wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration RETRY = Duration.ofMillis(50);

    private final RaftServer server;
    private final Membership membership;
    private final Threads threads;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();

    LinearizableReads(RaftServer server, Membership membership, Threads threads) {
        this.server = server;
        this.membership = membership;
        this.threads = threads;
    }

    /** Completes when applied, or exceptionally with {@link UnavailableException}. */
    CompletableFuture<Void> read() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        attempt(result, System.nanoTime() + PATIENCE.toNanos());
        return result;
    }

    private void attempt(CompletableFuture<Void> result, long deadline) {
        if (System.nanoTime() - deadline > 0) {
            fail(result);
            return;
        }
        call().whenCompleteAsync(
                        (reply, failure) -> {
                            if (failure == null && reply.isSuccess()) {
                                result.complete(null);
                            } else if (threads.later(RETRY, () -> attempt(result, deadline))
                                    .isEmpty()) {
                                fail(result);
                            }
                        },
                        threads.callbacks());
    }

    private static void fail(CompletableFuture<Void> result) {
        result.completeExceptionally(new UnavailableException("the network has no leader"));
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
