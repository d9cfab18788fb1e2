package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.consensus.peer.PeerNetwork;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.statemachine.IrcStateMachine;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of a node that must be freed again, in the order in which it came up. */
final class RunningNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Health health;
    private final DataDirectory directory;
    private final Membership membership;
    private final Threads threads;
    private final Replica replica;
    private final LogStateMachine machine;
    private final RaftServer server;
    private final RaftServer.Division division;
    private final Peers peers;

    private RunningNode(ConsensusSettings settings, Health health) throws IOException {
        this.health = health;
        try {
            this.directory =
                    open(DataDirectory.open(settings.dataDirectory(), settings.networkName()));
            DiskWatch.checkForStart(directory::freeBytes);
            this.membership = Membership.of(settings.networkName(), directory);
            this.threads = open(Threads.start(directory.peerId()));
            SegmentedOutputLog output = SegmentedOutputLog.open(directory.output());
            opened.push(output::close);
            this.replica =
                    new Replica(
                            new IrcStateMachine(settings.networkName()),
                            output,
                            threads.callbacks());
            opened.push(replica::close);
            this.peers = new Peers(open(network(settings)));
            peers.add(membership.bootstrapPeers());
            SnapshotKeeper snapshots =
                    new SnapshotKeeper(
                            settings.snapshots(),
                            directory.temporary(),
                            replica,
                            threads.snapshots());
            this.machine = new LogStateMachine(replica, snapshots, health);
            this.server = open(server(machine, settings.snapshots()));
            startServer();
            directory.markStarted();
            this.division = server.getDivision(membership.group());
            snapshots.onPurgeable(index -> division.getRaftLog().purge(index));
            checkNoGap(
                    machine.getLastAppliedTermIndex().getIndex(), snapshots.store().hasDamaged());
        } catch (IOException | RuntimeException e) {
            health.closing();
            close();
            throw e;
        }
    }

    static RunningNode start(ConsensusSettings settings, Health health) throws IOException {
        return new RunningNode(settings, health);
    }

    Health health() {
        return health;
    }

    DataDirectory directory() {
        return directory;
    }

    Membership membership() {
        return membership;
    }

    Threads threads() {
        return threads;
    }

    Replica replica() {
        return replica;
    }

    LogStateMachine machine() {
        return machine;
    }

    RaftServer server() {
        return server;
    }

    RaftServer.Division division() {
        return division;
    }

    Peers peers() {
        return peers;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("closing a part of this node failed; the others are closed too", e);
            }
        }
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    /** Ratis loads the snapshot on a thread of its own and wraps what that says. */
    private void startServer() throws IOException {
        try {
            server.start();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    /** Without its snapshots the rest of a log is of no use, and Ratis would wait for ever. */
    private void checkNoGap(long applied, boolean damaged) throws IOException {
        long start = division.getRaftLog().getStartIndex();
        if (start > applied + 1) {
            throw new IOException(
                    "the log starts at entry "
                            + start
                            + " but the newest usable snapshot ends at "
                            + applied
                            + "; format an empty data directory under a new peer id");
        }
        // An empty log has no start: it may have been purged up to a snapshot that is damaged now.
        if (damaged && applied < 0 && start != 0) {
            throw new IOException(
                    "all snapshots are damaged and the log is empty"
                            + "; format an empty data directory under a new peer id");
        }
    }

    private RaftServer server(StateMachine machine, SnapshotPolicy policy) throws IOException {
        return RaftServer.newBuilder()
                .setServerId(membership.self())
                .setGroup(membership.raftGroup())
                .setStateMachine(machine)
                .setOption(RaftStorage.StartupOption.RECOVER)
                .setProperties(RaftTuning.properties(directory.raft(), policy))
                .setParameters(
                        new PeerRpcType.Parts(membership.group(), peers, threads.blocking())
                                .parameters())
                .build();
    }

    private PeerNetwork network(ConsensusSettings settings) throws IOException {
        HostPort bind =
                HostPort.parse(settings.raftBindAddress().orElseGet(directory::raftAddress));
        return new PeerNetwork(settings.tls(), bind.host(), bind.port(), threads.peers());
    }
}
