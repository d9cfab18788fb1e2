package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.robustirc.consensus.codec.BatchCodec;
import net.robustirc.consensus.peer.RemoteFailureException;
import net.robustirc.statemachine.entry.Outcome;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.exceptions.StateMachineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch on its way to whoever leads, until its outcomes are known or nobody waits any longer.
 * Every attempt sends the same entries under the same submission ids, so a second copy changes
 * nothing (design D4).
 */
final class Delivery {
    private static final Duration RETRY = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final LeaderLink link;
    private final Threads threads;
    private final List<Submission> submissions;
    private final byte[] batch;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicBoolean answered = new AtomicBoolean();

    Delivery(LeaderLink link, Threads threads, List<Submission> submissions) {
        this.link = link;
        this.threads = threads;
        this.submissions = submissions;
        this.batch = BatchCodec.encode(submissions.stream().map(Submission::entry).toList());
    }

    /** Completes, always normally, when each submission has been completed. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Sends the batch to the leader, and again until somebody has answered. */
    void attempt() {
        if (answered.get()) {
            return;
        }
        Optional<RaftPeerId> leader = link.leader();
        if (leader.isEmpty()) {
            retryLater();
            return;
        }
        link.send(leader.get(), batch)
                .whenComplete(
                        (outcomes, failure) -> {
                            if (failure == null && outcomes.size() == submissions.size()) {
                                succeed(outcomes);
                            } else if (isFinal(failure)) {
                                LOG.warn("{} cannot read a batch", leader.get(), failure);
                                giveUp("the leader's version does not know this command");
                            } else {
                                LOG.debug("batch not accepted by {}", leader.get(), failure);
                                retryLater();
                            }
                        });
    }

    /** Whether the leader could not read the batch, which it cannot the next time either. */
    static boolean isFinal(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException) {
            cause = cause.getCause();
        }
        return cause instanceof RemoteFailureException there && there.refused()
                || cause instanceof StateMachineException
                        && cause.getCause() instanceof IllegalArgumentException;
    }

    private void retryLater() {
        if (threads.later(RETRY, this::attempt).isEmpty()) {
            giveUp("this node is shutting down");
        }
    }

    private void succeed(List<Outcome> outcomes) {
        if (answered.compareAndSet(false, true)) {
            done.complete(null);
            threads.callbacks().execute(() -> complete(outcomes));
        }
    }

    private void complete(List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            submissions.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Gives up those submissions that have waited long enough, and the batch with the last. */
    void expire(long nowNanos) {
        if (submissions.get(submissions.size() - 1).overdue(nowNanos)) {
            giveUp(Submission.NO_OUTCOME);
        } else if (submissions.get(0).overdue(nowNanos)) {
            threads.callbacks()
                    .execute(
                            () ->
                                    submissions.stream()
                                            .filter(s -> s.overdue(nowNanos))
                                            .forEach(s -> s.giveUp(Submission.NO_OUTCOME)));
        }
    }

    /** The outcome stays unknown to us: a copy may still be applied until it expires. */
    void giveUp(String reason) {
        if (answered.compareAndSet(false, true)) {
            done.complete(null);
            threads.callbacks().execute(() -> submissions.forEach(s -> s.giveUp(reason)));
        }
    }
}
