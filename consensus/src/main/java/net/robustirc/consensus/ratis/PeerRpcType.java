package net.robustirc.consensus.ratis;

import java.util.concurrent.Executor;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.rpc.RpcFactory;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerRpc;
import org.apache.ratis.server.ServerFactory;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppender;

/**
 * Ratis over our own connections (ARCHITECTURE.md says why not gRPC). Public because Ratis makes it
 * by its name.
 */
public final class PeerRpcType implements RpcType {
    private static final String PARTS = PeerRpcType.class.getName();

    /** What Ratis hands on to the parts that it makes. */
    record Parts(RaftGroupId group, Peers peers, Executor blocking) {
        Parameters parameters() {
            Parameters parameters = new Parameters();
            parameters.put(PARTS, this, Parts.class);
            return parameters;
        }
    }

    @Override
    public String name() {
        return PeerRpcType.class.getName();
    }

    @Override
    public RpcFactory newFactory(Parameters parameters) {
        return new Factory(this, parameters.getNonNull(PARTS, Parts.class));
    }

    private record Factory(RpcType type, Parts parts) implements ServerFactory {
        @Override
        public RpcType getRpcType() {
            return type;
        }

        @Override
        public RaftServerRpc newRaftServerRpc(RaftServer server) {
            return new PeerRpc(type, server, parts);
        }

        @Override
        public LogAppender newLogAppender(
                RaftServer.Division server, LeaderState state, FollowerInfo follower) {
            LogStateMachine machine = (LogStateMachine) server.getStateMachine();
            PromptAppender appender = new PromptAppender(server, state, follower, machine, parts);
            machine.addAppender(appender);
            return appender;
        }
    }
}
