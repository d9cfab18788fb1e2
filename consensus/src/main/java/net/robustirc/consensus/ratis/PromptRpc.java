package net.robustirc.consensus.ratis;

import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcFactory;
import org.apache.ratis.rpc.RpcFactory;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.leader.FollowerInfo;
import org.apache.ratis.server.leader.LeaderState;
import org.apache.ratis.server.leader.LogAppender;

/**
 * Ratis over gRPC, but for the {@link PromptAppender}. Public because Ratis makes it by its name.
 */
public final class PromptRpc implements RpcType {
    @Override
    public String name() {
        return PromptRpc.class.getName();
    }

    @Override
    public RpcFactory newFactory(Parameters parameters) {
        return new PromptFactory(parameters);
    }

    private static final class PromptFactory extends GrpcFactory {
        PromptFactory(Parameters parameters) {
            super(parameters);
        }

        @Override
        public LogAppender newLogAppender(
                RaftServer.Division server, LeaderState state, FollowerInfo follower) {
            LogStateMachine machine = (LogStateMachine) server.getStateMachine();
            PromptAppender appender = new PromptAppender(server, state, follower, machine);
            machine.addAppender(appender);
            return appender;
        }
    }
}
