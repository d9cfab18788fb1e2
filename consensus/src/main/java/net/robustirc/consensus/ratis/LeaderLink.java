package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.statemachine.entry.Outcome;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;

/**
 * The way to the leader: a call when it is this node, else a question to it (design D7). One
 * attempt each time; who retries decides when. {@code RaftClient} would retry by itself, but blocks
 * its callers and cannot be told that the leader has changed.
 */
final class LeaderLink {
    private static final RaftClientRequest.Type WRITE = RaftClientRequest.writeRequestType();

    private final RaftServer server;
    private final OwnServer own;
    private final Membership membership;
    private final Peers peers;
    private final Executor forwards;
    private final Map<CompletableFuture<List<Outcome>>, RaftPeerId> sent =
            new ConcurrentHashMap<>();

    LeaderLink(RaftServer server, Membership membership, Peers peers, Executor forwards) {
        this.server = server;
        this.own = new OwnServer(server, membership);
        this.membership = membership;
        this.peers = peers;
        this.forwards = forwards;
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
        return leader.equals(membership.self()) ? propose(batch) : forward(leader, batch);
    }

    /** What still waits for another node that leads no more need not wait for its time limit. */
    void leaderChanged(RaftPeerId leader) {
        abandon(target -> !target.equals(leader), "leader is now " + leader);
    }

    /** Fails what still waits for another node. */
    void abandonAll() {
        abandon(target -> true, "closing");
    }

    private void abandon(Predicate<RaftPeerId> whose, String reason) {
        sent.forEach(
                (outcomes, target) -> {
                    if (whose.test(target)) {
                        outcomes.completeExceptionally(new IOException(reason));
                        peers.reset(target, Question.FORWARD);
                    }
                });
    }

    private CompletableFuture<List<Outcome>> propose(byte[] batch) {
        return own.ask(WRITE, Message.valueOf(UnsafeByteOperations.unsafeWrap(batch)))
                .thenApply(reply -> reply.getMessage().getContent().asReadOnlyByteBuffer())
                .thenApply(OutcomesCodec::decode);
    }

    private CompletableFuture<List<Outcome>> forward(RaftPeerId leader, byte[] batch) {
        CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();
        sent.put(outcomes, leader);
        outcomes.whenComplete((value, failure) -> sent.remove(outcomes));
        forwards.execute(
                () -> {
                    if (outcomes.isDone()) {
                        return;
                    }
                    try {
                        byte[] answer = peers.ask(leader, Question.FORWARD, batch);
                        outcomes.complete(OutcomesCodec.decode(ByteBuffer.wrap(answer)));
                    } catch (IOException | RuntimeException e) {
                        outcomes.completeExceptionally(e);
                    }
                });
        return outcomes;
    }
}
