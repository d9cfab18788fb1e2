package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.ReadIndexReplyProto;
import org.apache.ratis.proto.RaftProtos.ReadIndexRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionReplyProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerRpc;
import org.apache.ratis.server.protocol.RaftServerAsynchronousProtocol;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ratis' calls to other nodes: each blocks until it is answered. */
final class PeerRpc implements RaftServerRpc, RaftServerAsynchronousProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(PeerRpc.class);

    private final RpcType type;
    private final RaftServer server;
    private final PeerRpcType.Parts parts;

    PeerRpc(RpcType type, RaftServer server, PeerRpcType.Parts parts) {
        this.type = type;
        this.server = server;
        this.parts = parts;
    }

    @Override
    public RpcType getRpcType() {
        return type;
    }

    @Override
    public void start() throws IOException {
        dropLogBelowSnapshot();
        parts.peers().network().start(new PeerDoor(server, parts.group()));
    }

    /**
     * If the process ended between the exchange of the snapshots and the purge of the log, a rest
     * of the log is there that no entry can follow any more. Ratis finishes the purge by itself,
     * but not that of the open segment.
     */
    private void dropLogBelowSnapshot() throws IOException {
        RaftServer.Division division = server.getDivision(parts.group());
        RaftLog log = division.getRaftLog();
        TermIndex last = log.getLastEntryTermIndex();
        SnapshotInfo snapshot = division.getStateMachine().getLatestSnapshot();
        if (last != null && snapshot != null && last.getIndex() < snapshot.getIndex()) {
            LOG.info(
                    "dropping the log up to {}: the snapshot ends at {}",
                    last,
                    snapshot.getTermIndex());
            // In this order: the latter forgets what Ratis has still to delete.
            log.truncate(log.getStartIndex()).join();
            log.onSnapshotInstalled(snapshot.getIndex()).join();
        }
    }

    /** The node closes the connections with everything else. */
    @Override
    public void close() throws IOException {
        parts.peers().network().close();
    }

    @Override
    public InetSocketAddress getInetSocketAddress() {
        return parts.peers().network().address();
    }

    @Override
    public void addRaftPeers(Collection<RaftPeer> peers) {
        parts.peers().add(peers);
    }

    /** A connection of no use has been closed by then. */
    @Override
    public void handleException(RaftPeerId peer, Exception failure, boolean reconnect) {}

    @Override
    public RequestVoteReplyProto requestVote(RequestVoteRequestProto request) throws IOException {
        return RequestVoteReplyProto.parseFrom(
                ask(request.getServerRequest(), Question.VOTE, request.toByteArray()));
    }

    @Override
    public AppendEntriesReplyProto appendEntries(AppendEntriesRequestProto request)
            throws IOException {
        return AppendEntriesReplyProto.parseFrom(
                ask(request.getServerRequest(), Question.APPEND, request.toByteArray()));
    }

    @Override
    public InstallSnapshotReplyProto installSnapshot(InstallSnapshotRequestProto request)
            throws IOException {
        return InstallSnapshotReplyProto.parseFrom(
                ask(request.getServerRequest(), Question.SNAPSHOT, request.toByteArray()));
    }

    @Override
    public StartLeaderElectionReplyProto startLeaderElection(
            StartLeaderElectionRequestProto request) throws IOException {
        return StartLeaderElectionReplyProto.parseFrom(
                ask(request.getServerRequest(), Question.ELECTION, request.toByteArray()));
    }

    @Override
    public RaftServerAsynchronousProtocol async() {
        return this;
    }

    @Override
    public CompletableFuture<AppendEntriesReplyProto> appendEntriesAsync(
            AppendEntriesRequestProto request) {
        return later(() -> appendEntries(request));
    }

    @Override
    public CompletableFuture<ReadIndexReplyProto> readIndexAsync(ReadIndexRequestProto request) {
        return later(
                () ->
                        ReadIndexReplyProto.parseFrom(
                                ask(
                                        request.getServerRequest(),
                                        Question.READ_INDEX,
                                        request.toByteArray())));
    }

    private byte[] ask(RaftRpcRequestProto request, Question question, byte[] body)
            throws IOException {
        return parts.peers().ask(RaftPeerId.valueOf(request.getReplyId()), question, body);
    }

    private <T> CompletableFuture<T> later(Call<T> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call.run();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                parts.blocking());
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException;
    }
}
