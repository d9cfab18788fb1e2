package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.server.RaftServer;

/** This node's Ratis server, asked as a client would ask it. */
final class OwnServer {
    private final RaftServer server;
    private final Membership membership;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();

    OwnServer(RaftServer server, Membership membership) {
        this.server = server;
        this.membership = membership;
    }

    /** Completes with a successful reply, or exceptionally when the attempt failed. */
    CompletableFuture<RaftClientReply> ask(RaftClientRequest.Type type, Message message) {
        RaftClientRequest request =
                RaftClientRequest.newBuilder()
                        .setClientId(client)
                        .setServerId(membership.self())
                        .setGroupId(membership.group())
                        .setCallId(calls.incrementAndGet())
                        .setMessage(message)
                        .setType(type)
                        .build();
        try {
            return server.submitClientRequestAsync(request).thenApply(OwnServer::successful);
        } catch (IOException | CompletionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static RaftClientReply successful(RaftClientReply reply) {
        if (!reply.isSuccess()) {
            throw new CompletionException(reply.getException());
        }
        return reply;
    }
}
