package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.ratis.client.RaftClientRpc;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcFactory;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the other nodes, on the door where Ratis serves clients. A connection on which one
 * call failed is replaced, since Ratis fails all later calls on it.
 */
final class PeerConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerConnections.class);

    private final GrpcFactory factory;
    private final RaftProperties properties;
    private final Executor blocking;
    private final Map<RaftPeerId, RaftPeer> peers = new ConcurrentHashMap<>();
    private final Map<RaftPeerId, RaftClientRpc> open = new ConcurrentHashMap<>();
    private final Set<RaftClientRpc> closing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    PeerConnections(
            GrpcFactory factory,
            RaftProperties properties,
            List<RaftPeer> peers,
            Executor blocking) {
        this.factory = factory;
        this.properties = properties;
        this.blocking = blocking;
        peers.forEach(peer -> this.peers.put(peer.getId(), peer));
    }

    /** One attempt; completes exceptionally on any failure, within Ratis' request timeout. */
    CompletableFuture<RaftClientReply> send(RaftClientRequest request) {
        RaftPeerId peer = request.getServerId();
        RaftClientRpc connection;
        try {
            connection = connection(peer);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return connection
                .sendRequestAsyncUnordered(request)
                .whenComplete(
                        (reply, failure) -> {
                            if (failure != null) {
                                replace(peer, connection);
                            }
                        });
    }

    /** Asks and blocks for the answer. */
    RaftClientReply ask(RaftClientRequest request) throws IOException {
        RaftPeerId peer = request.getServerId();
        RaftClientRpc connection = connection(peer);
        try {
            return connection.sendRequest(request);
        } catch (RuntimeException e) {
            throw new IOException("no answer from " + peer, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (RaftPeerId peer : open.keySet()) {
            RaftClientRpc connection = open.remove(peer);
            if (connection != null) {
                closing.add(connection);
            }
        }
        closing.forEach(this::closeNow);
    }

    /** Fails when closed; whoever opens a connection just then closes it again. */
    private RaftClientRpc connection(RaftPeerId peer) throws IOException {
        RaftClientRpc connection = closed ? null : open.computeIfAbsent(peer, this::connect);
        if (closed) {
            close();
            throw new IOException("this node is shutting down");
        }
        return connection;
    }

    private RaftClientRpc connect(RaftPeerId peer) {
        RaftClientRpc rpc = factory.newRaftClientRpc(ClientId.randomId(), properties);
        rpc.addRaftPeers(List.of(peers.get(peer)));
        return rpc;
    }

    private void replace(RaftPeerId peer, RaftClientRpc failed) {
        if (open.remove(peer, failed)) {
            closing.add(failed);
            blocking.execute(() -> closeNow(failed));
        }
    }

    private void closeNow(RaftClientRpc connection) {
        if (closing.remove(connection)) {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.debug("closing a failed connection failed", e);
            }
        }
    }
}
