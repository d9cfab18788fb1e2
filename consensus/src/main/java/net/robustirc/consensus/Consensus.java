package net.robustirc.consensus;

import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Outcome;

/** One node's part in the network. All methods are thread-safe and none blocks, but for closing. */
public interface Consensus extends AutoCloseable {
    /**
     * Replicates a command, from whichever node, and completes once it is applied on the leader.
     * Retries on its own, under one submission id, until the outcome is known or 9.5 s have passed,
     * as clients wait for 10 s.
     *
     * <p>Completes exceptionally with {@link UnavailableException} if the outcome is unknown or
     * there was none: the client may try again with the same ClientMessageId.
     */
    CompletableFuture<Outcome> submit(Command command);

    /** The newest state applied on this node. */
    ServerView view();

    /**
     * A state at least as new as everything committed when this was called (a linearizable read).
     *
     * <p>Completes exceptionally with {@link UnavailableException} if there is no leader.
     */
    CompletableFuture<ServerView> current();

    /**
     * Completes with a state once this node has applied that id; at once if it has. The caller sets
     * a time limit and cancels.
     */
    CompletableFuture<ServerView> whenApplied(long id);

    /** What was sent to clients, and what is being sent. */
    OutputLog output();

    NodeStatus status();

    /**
     * First half of a graceful stop: takes no more commands, flushes the gathered ones, hands
     * leadership over. Completes when done, at the latest after a few seconds.
     */
    CompletableFuture<Void> drain();

    /** Takes a snapshot if anything was applied since the last, then stops and frees everything. */
    @Override
    void close();
}
