package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.robustirc.consensus.peer.Frame;
import net.robustirc.consensus.peer.PeerAnswers;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.ReadIndexRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.server.RaftServer;

/** What this node answers to the others. */
final class PeerDoor implements PeerAnswers {
    private static final byte[] YES = {1};
    private static final byte[] NO = {0};

    private final RaftServer server;
    private final RaftGroupId group;
    private final OneAtATime appends = new OneAtATime(Question.APPEND.patience());
    private final OneAtATime installations = new OneAtATime(Question.SNAPSHOT.patience());

    PeerDoor(RaftServer server, RaftGroupId group) {
        this.server = server;
        this.group = group;
    }

    @Override
    public Frame answer(Frame question) throws IOException {
        return new Frame(question.kind(), answer(Question.of(question.kind()), question.body()));
    }

    private byte[] answer(Question question, byte[] body) throws IOException {
        return switch (question) {
            case VOTE -> server.requestVote(RequestVoteRequestProto.parseFrom(body)).toByteArray();
            case APPEND -> append(AppendEntriesRequestProto.parseFrom(body)).toByteArray();
            case SNAPSHOT -> {
                InstallSnapshotRequestProto chunk = InstallSnapshotRequestProto.parseFrom(body);
                yield installations.answer(() -> install(chunk)).toByteArray();
            }
            case ELECTION ->
                    server.startLeaderElection(StartLeaderElectionRequestProto.parseFrom(body))
                            .toByteArray();
            case READ_INDEX ->
                    await(server.readIndexAsync(ReadIndexRequestProto.parseFrom(body)), question)
                            .toByteArray();
            case FORWARD -> await(forwarded(body), question);
            case LEADER_KNOWN -> leaderKnown() ? YES : NO;
        };
    }

    /**
     * Ratis takes what begins where an append does that is not done yet for a copy of it, and
     * acknowledges it with that one, however much more it brings. A heartbeat brings nothing.
     */
    private AppendEntriesReplyProto append(AppendEntriesRequestProto request) throws IOException {
        return request.getEntriesCount() == 0
                ? server.appendEntries(request)
                : appends.answer(() -> server.appendEntries(request));
    }

    /** Ratis leaves alone what it gathered of installations that were broken off. */
    private InstallSnapshotReplyProto install(InstallSnapshotRequestProto request)
            throws IOException {
        RaftServer.Division division = server.getDivision(group);
        if (request.getSnapshotChunk().getRequestIndex() == 0
                && request.getLeaderTerm() >= division.getInfo().getCurrentTerm()) {
            ((LogStateMachine) division.getStateMachine())
                    .getStateMachineStorage()
                    .deleteGathered(request.getSnapshotChunk().getRequestId());
        }
        return server.installSnapshot(request);
    }

    /**
     * Only a leader takes what others forward, so that it makes one log entry of the batches of all
     * nodes: an entry costs far more than sending a batch.
     */
    private CompletableFuture<byte[]> forwarded(byte[] batch) throws IOException {
        RaftServer.Division division = server.getDivision(group);
        if (!division.getInfo().isLeader()) {
            throw new IOException("not the leader");
        }
        return ((LogStateMachine) division.getStateMachine()).forwarded(ByteBuffer.wrap(batch));
    }

    /** What an answer to {@link Question#LEADER_KNOWN} says. */
    static boolean leaderKnown(byte[] answer) {
        return Arrays.equals(answer, YES);
    }

    private boolean leaderKnown() throws IOException {
        RoleInfoProto role = server.getDivision(group).getInfo().getRoleInfoProto();
        return role.hasLeaderInfo()
                || role.hasFollowerInfo()
                        && !role.getFollowerInfo().getLeaderInfo().getId().getId().isEmpty();
    }

    private static <T> T await(CompletableFuture<T> answer, Question question) throws IOException {
        try {
            return answer.get(question.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException unknown) {
                throw unknown;
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no outcome within " + question.patience(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("this node is shutting down");
        }
    }
}
