package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.statemachine.entry.Outcome;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;

/**
 * The way to the leader: a call when it is this node, else the connection on which Ratis serves
 * clients (design D7). One attempt each time; who retries decides when. {@code RaftClient} would
 * retry by itself, but blocks its callers and cannot be told that the leader has changed.
 */
final class LeaderLink {
    private static final RaftClientRequest.Type WRITE = RaftClientRequest.writeRequestType();

    /**
     * What other nodes send reaches the leader's {@link ForwardDoor} as a query that only a leader
     * answers, so that it makes one log entry of the batches of all nodes: an entry costs about 2
     * ms of CPU over three nodes, sending a batch a tenth of that.
     */
    private static final RaftClientRequest.Type FORWARD = RaftClientRequest.readRequestType(true);

    private final RaftServer server;
    private final Membership membership;
    private final PeerConnections connections;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();
    private final Map<CompletableFuture<RaftClientReply>, RaftPeerId> sent =
            new ConcurrentHashMap<>();

    LeaderLink(RaftServer server, Membership membership, PeerConnections connections) {
        this.server = server;
        this.membership = membership;
        this.connections = connections;
    }

    Optional<RaftPeerId> leader() {
        try {
            return Optional.ofNullable(
                    server.getDivision(membership.group()).getInfo().getLeaderId());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Completes with the outcomes, or exceptionally when this attempt failed for any reason. */
    CompletableFuture<List<Outcome>> send(RaftPeerId leader, byte[] batch) {
        RaftClientRequest request =
                RaftClientRequest.newBuilder()
                        .setClientId(client)
                        .setServerId(leader)
                        .setGroupId(membership.group())
                        .setCallId(calls.incrementAndGet())
                        .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(batch)))
                        .setType(leader.equals(membership.self()) ? WRITE : FORWARD)
                        .build();
        return call(leader, request).thenApply(LeaderLink::outcomes);
    }

    /** What still waits for another node that leads no more need not wait for its time limit. */
    void leaderChanged(RaftPeerId leader) {
        sent.forEach(
                (reply, target) -> {
                    if (!target.equals(leader)) {
                        reply.completeExceptionally(new IOException("leader is now " + leader));
                    }
                });
    }

    /** Fails what still waits for another node. */
    void abandonAll() {
        sent.keySet().forEach(reply -> reply.completeExceptionally(new IOException("closing")));
    }

    private CompletableFuture<RaftClientReply> call(RaftPeerId leader, RaftClientRequest request) {
        try {
            return leader.equals(membership.self())
                    ? server.submitClientRequestAsync(request)
                    : callRemote(leader, request);
        } catch (IOException | CompletionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<RaftClientReply> callRemote(
            RaftPeerId leader, RaftClientRequest request) {
        CompletableFuture<RaftClientReply> reply = new CompletableFuture<>();
        sent.put(reply, leader);
        reply.whenComplete((value, failure) -> sent.remove(reply));
        connections
                .send(request)
                .whenComplete(
                        (value, failure) -> {
                            if (failure == null) {
                                reply.complete(value);
                            } else {
                                reply.completeExceptionally(failure);
                            }
                        });
        return reply;
    }

    private static List<Outcome> outcomes(RaftClientReply reply) {
        if (!reply.isSuccess()) {
            throw new CompletionException(reply.getException());
        }
        return OutcomesCodec.decode(reply.getMessage().getContent().asReadOnlyByteBuffer());
    }
}
