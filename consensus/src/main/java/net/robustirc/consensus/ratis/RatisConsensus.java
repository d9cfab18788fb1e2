package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SubmissionId;

/** {@link Consensus} by Apache Ratis. */
public final class RatisConsensus implements Consensus {
    /** Behaviour level that each of today's commands needs (design D2). */
    private static final int COMMAND_LEVEL = 1;

    private static final Duration VALIDITY = Duration.ofSeconds(20);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);
    private static final Duration EXPIRY_PERIOD = Duration.ofMillis(200);
    private static final Duration WATCH_PERIOD = Duration.ofMillis(500);

    private final RunningNode node;
    private final Batcher batcher;
    private final Deliveries deliveries;
    private final LinearizableReads reads;
    private final StatusReader status;
    private final Pulse pulse = new Pulse(System::nanoTime, WallClock::nanos);
    private final long submissionNode = new SecureRandom().nextLong();
    private final AtomicLong submissions = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    private RatisConsensus(RunningNode node, ConsensusSettings settings) {
        this.node = node;
        LeaderLink link =
                new LeaderLink(
                        node.server(), node.membership(), node.peers(), node.threads().forwards());
        node.health().onLeaderChanged(link::leaderChanged);
        this.deliveries = new Deliveries(link, node.threads());
        this.batcher = new Batcher(deliveries::start, System::nanoTime, node.threads()::later);
        node.machine().onForwarded(new ForwardDoor(batcher));
        this.reads =
                new LinearizableReads(
                        new OwnServer(node.server(), node.membership()), node.threads());
        QuorumWatch quorum =
                new QuorumWatch(node.division(), node.peers(), node.threads(), node.health());
        this.status = new StatusReader(node.division(), node.replica(), quorum, node.health());
        node.threads().every(WATCH_PERIOD, quorum::look);
        node.threads().every(WATCH_PERIOD, node.peers().network()::closeOverdue);
        Handover handover = new Handover(node.division());
        DiskWatch disk =
                new DiskWatch(
                        node.directory()::freeBytes,
                        node.health(),
                        () -> node.division().getInfo().isLeader(),
                        () -> CompletableFuture.runAsync(handover::run, node.threads().blocking()),
                        System::nanoTime);
        node.threads().every(WATCH_PERIOD, disk::look);
        node.threads().every(WATCH_PERIOD, () -> node.machine().checkExchange(System.nanoTime()));
        node.threads().every(EXPIRY_PERIOD, pulse::beat);
        node.threads().every(EXPIRY_PERIOD, this::expire);
        catchUp();
        new Duties(
                        self(settings),
                        node.replica(),
                        node.health(),
                        () -> node.division().getInfo().isLeaderReady(),
                        this::submit)
                .start(node.threads());
    }

    /**
     * Starts a node on a formatted data directory; returns once it takes part, which is before it
     * has a leader.
     *
     * @throws IOException saying in one sentence what is wrong: the data directory, the port, a
     *     certificate
     */
    public static RatisConsensus start(ConsensusSettings settings) throws IOException {
        return start(settings, code -> Runtime.getRuntime().halt(code));
    }

    /**
     * The same, for who has another way to end the process, or none.
     *
     * @param exit called with an exit code, from any thread, when this node must not go on; it
     *     stays not ready if this returns
     */
    public static RatisConsensus start(ConsensusSettings settings, IntConsumer exit)
            throws IOException {
        return new RatisConsensus(RunningNode.start(settings, new Health(exit)), settings);
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        try {
            pulse.check();
        } catch (UnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
        return batcher.submit(
                new Entry(
                        COMMAND_LEVEL,
                        new SubmissionId(submissionNode, submissions.incrementAndGet()),
                        now() + VALIDITY.toNanos(),
                        command));
    }

    @Override
    public ServerView view() {
        return node.replica().view();
    }

    @Override
    public CompletableFuture<ServerView> current() {
        return reads.read().thenApply(nothing -> view());
    }

    @Override
    public CompletableFuture<ServerView> whenApplied(long id) {
        return node.replica().whenApplied(id);
    }

    @Override
    public OutputLog output() {
        return node.replica().output();
    }

    @Override
    public NodeStatus status() {
        return status.read();
    }

    @Override
    public CompletableFuture<Void> drain() {
        node.health().draining();
        return batcher.drain()
                .completeOnTimeout(null, DRAIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .thenRunAsync(new Handover(node.division())::retire, node.threads().blocking());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            node.health().closing();
            batcher.close();
            deliveries.close();
            reads.close();
            node.close();
        }
    }

    private void expire() {
        long now = System.nanoTime();
        deliveries.expire(now);
        var overdue = batcher.expire(now);
        node.threads()
                .callbacks()
                .execute(() -> overdue.forEach(s -> s.giveUp(Submission.NO_OUTCOME)));
    }

    /** Ready is a node that has once seen everything committed before it came. */
    private void catchUp() {
        reads.read()
                .whenComplete(
                        (nothing, failure) -> {
                            if (failure == null) {
                                node.health().caughtUp();
                            } else if (!closed.get()) {
                                node.threads().later(WATCH_PERIOD, this::catchUp);
                            }
                        });
    }

    /** Unix nanoseconds; not before the leader's last stamp, should our own clock be slow. */
    private long now() {
        return Math.max(WallClock.nanos(), view().timeNanos());
    }

    private Member self(ConsensusSettings settings) {
        return new Member(
                node.membership().self().toString(),
                settings.publicAddress(),
                settings.version(),
                IrcStateMachine.LEVEL);
    }
}
