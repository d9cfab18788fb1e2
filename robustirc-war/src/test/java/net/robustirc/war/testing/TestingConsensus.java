package net.robustirc.war.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.Applied;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SubmissionId;

/**
 * A network of one node in memory: applies each command on a thread of its own, as the real one
 * does. What a node may suffer is switched on by the tests.
 */
public final class TestingConsensus implements Consensus {
    public static final String NETWORK = "testing.net";
    public static final String LEADER = "leader.example:60667";
    public static final String OWN = "node.example:60667";

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final IrcStateMachine machine = new IrcStateMachine(NETWORK);
    private final TestingOutputLog output = new TestingOutputLog(machine.view().lastId());
    private final ExecutorService apply = Executors.newSingleThreadExecutor();
    private final List<Command> submitted = new CopyOnWriteArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private volatile ServerView newest = machine.view();
    private volatile ServerView seen = machine.view();
    private volatile boolean leader = true;
    private volatile boolean lost;
    private volatile boolean lagging;
    private volatile boolean cutOff;
    private volatile boolean drained;
    private volatile boolean undecided;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Optional<Outcome> nextOutcome = Optional.empty();
    private long sequence;

    private record Waiter(long id, CompletableFuture<ServerView> view) {}

    /** From now on another node leads. */
    public void follow() {
        leader = false;
    }

    /** From now on there is no leader. */
    public void loseLeader() {
        lost = true;
    }

    /** From now on nobody knows whether there is a leader. */
    public void stayUndecided() {
        undecided = true;
    }

    /** How often the network was asked for its newest state. */
    public int questions() {
        return questions.get();
    }

    /** From now on this node does not see what is applied. */
    public void lag() {
        lagging = true;
    }

    /** Sees everything again. */
    public void catchUp() {
        lagging = false;
        apply.execute(this::publish);
    }

    public void cutOff() {
        cutOff = true;
    }

    /** Answers the next command so, whatever it is, without applying it. */
    public void answerNext(Outcome outcome) {
        nextOutcome = Optional.of(outcome);
    }

    /** Forgets output up to these ids: on this node, and on all. */
    public void forget(long here, long everywhere) {
        output.floors(here, everywhere);
    }

    /** All commands that were submitted so far. */
    public List<Command> submitted() {
        return List.copyOf(submitted);
    }

    /** The newest command of that kind. */
    public <T extends Command> T last(Class<T> kind) {
        return submitted.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        submitted.add(command);
        if (lost || drained) {
            return CompletableFuture.failedFuture(unavailable());
        }
        return CompletableFuture.supplyAsync(() -> applied(command), apply);
    }

    private Outcome applied(Command command) {
        Optional<Outcome> fixed = nextOutcome;
        nextOutcome = Optional.empty();
        return fixed.orElseGet(() -> reallyApplied(command));
    }

    private Outcome reallyApplied(Command command) {
        long now = System.currentTimeMillis() * 1_000_000;
        SubmissionId submission = new SubmissionId(1, ++sequence);
        Applied applied = machine.apply(now, new Entry(1, submission, now + MINUTE_NANOS, command));
        newest = machine.view();
        output.append(applied.output());
        if (!lagging) {
            publish();
        }
        return applied.outcome();
    }

    private void publish() {
        seen = newest;
        synchronized (waiters) {
            waiters.removeIf(
                    waiter -> waiter.id() <= seen.lastId() && waiter.view().complete(seen));
        }
    }

    @Override
    public ServerView view() {
        return seen;
    }

    @Override
    public CompletableFuture<ServerView> current() {
        questions.incrementAndGet();
        if (undecided) {
            return new CompletableFuture<>();
        }
        return lost
                ? CompletableFuture.failedFuture(unavailable())
                : CompletableFuture.supplyAsync(() -> newest, apply);
    }

    @Override
    public CompletableFuture<ServerView> whenApplied(long id) {
        CompletableFuture<ServerView> view = new CompletableFuture<>();
        synchronized (waiters) {
            waiters.add(new Waiter(id, view));
        }
        apply.execute(() -> publishUnlessLagging());
        return view;
    }

    private void publishUnlessLagging() {
        if (!lagging) {
            publish();
        }
    }

    @Override
    public OutputLog output() {
        return output;
    }

    @Override
    public NodeStatus status() {
        return new NodeStatus(
                lost ? Role.CANDIDATE : leader ? Role.LEADER : Role.FOLLOWER,
                "node-0123456789abcdef",
                lost ? Optional.empty() : Optional.of(leader ? OWN : LEADER),
                3,
                17,
                18,
                leader ? Duration.ZERO : Duration.ofMillis(40),
                cutOff,
                lost || drained ? Optional.of("The node takes no posts now") : Optional.empty(),
                List.of(
                        new Peer("node-0123456789abcdef", "127.0.0.1:1", OWN, "1"),
                        new Peer("other-0123456789abcdef", "127.0.0.1:2", LEADER, "1")));
    }

    @Override
    public CompletableFuture<Void> drain() {
        drained = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        apply.shutdownNow();
    }

    private static UnavailableException unavailable() {
        return new UnavailableException("There is no leader, try again");
    }
}
