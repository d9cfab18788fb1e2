package net.robustirc.war.auth;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.Consensus;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;
import net.robustirc.war.request.ClientRequest;

/**
 * Checks that a request may speak for its session. A session that this node has not seen yet may
 * have been created elsewhere a moment ago; nobody is sent away for that before it is sure.
 */
public final class Doorkeeper {
    /** An id further ahead than this was never given out by a network whose node we are. */
    private static final long NEAR = 1_000_000;

    private static final long PATIENCE_SECONDS = 2;

    /**
     * Each question to the leader costs a round through a majority; for ids that nobody was given
     * only so many are asked at once, and who comes on top is told to come again.
     */
    private static final int MOST_FAR_QUESTIONS = 8;

    private final Consensus consensus;
    private final ScheduledExecutorService timer;
    private final Semaphore farQuestions = new Semaphore(MOST_FAR_QUESTIONS);

    public Doorkeeper(Consensus consensus, ScheduledExecutorService timer) {
        this.consensus = consensus;
        this.timer = timer;
    }

    /** A session and the hash of the token that was presented for it. */
    public record Claim(SessionId id, TokenHash token) {}

    /**
     * Reads a request's claim: the session in its path, the token in its header.
     *
     * @throws RefusedException if either cannot be one
     */
    public Claim claim(ClientRequest request) {
        SessionId id =
                SessionIds.parse(request.pathParameter("session"))
                        .orElseThrow(Refusal.BAD_SESSION_ID::asException);
        String token =
                request.header("X-Session-Auth")
                        .filter(value -> !value.isEmpty())
                        .orElseThrow(Refusal.NO_TOKEN::asException);
        return new Claim(id, SessionTokens.hash(token));
    }

    /**
     * Checks against what this node has applied; nothing if that does not say.
     *
     * @throws RefusedException if the token is wrong or the session surely gone
     */
    public Optional<SessionView> atOnce(Claim claim) {
        ServerView view = consensus.view();
        Optional<SessionView> session = verified(claim, view);
        if (session.isEmpty() && surelyGone(claim.id(), view)) {
            throw Refusal.NO_SUCH_SESSION.asException();
        }
        return session;
    }

    /** Never given out, or given out and ended: ids are below 2^63 and rise. */
    private static boolean surelyGone(SessionId id, ServerView view) {
        return id.value() <= view.lastId();
    }

    private static Optional<SessionView> verified(Claim claim, ServerView view) {
        Optional<SessionView> session = view.session(claim.id());
        if (session.isPresent() && !session.get().token().equals(claim.token())) {
            throw Refusal.WRONG_TOKEN.asException();
        }
        return session;
    }

    /**
     * Waits until this node has seen the session; for a stream, which only a node that knows the
     * session can serve. Refuses with 503 where a later try or another node may do.
     */
    public CompletionStage<SessionView> forReading(Claim claim) {
        return seenHere(claim)
                .thenCompose(
                        view ->
                                view.isPresent()
                                        ? decided(claim, view.get())
                                        : CompletableFuture.failedFuture(
                                                Refusal.NOT_YET_SEEN.asException()));
    }

    /** Asks what is true in the whole network by now; 503 where nobody can say. */
    public CompletionStage<SessionView> forWriting(Claim claim) {
        if (!isFarAhead(claim)) {
            return byLeader(claim);
        }
        return farQuestions.tryAcquire()
                ? byLeader(claim).whenComplete((session, refused) -> farQuestions.release())
                : CompletableFuture.failedFuture(Refusal.NOT_YET_SEEN.asException());
    }

    private CompletionStage<SessionView> byLeader(Claim claim) {
        return limited(consensus.current())
                .thenCompose(
                        view ->
                                view.isPresent()
                                        ? decided(claim, view.get())
                                        : CompletableFuture.failedFuture(
                                                Refusal.NO_LEADER.asException()));
    }

    private static CompletionStage<SessionView> decided(Claim claim, ServerView view) {
        try {
            return CompletableFuture.completedFuture(
                    verified(claim, view).orElseThrow(Refusal.NO_SUCH_SESSION::asException));
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A view that holds the session's id, or nothing: too far ahead, or not within the time. */
    private CompletionStage<Optional<ServerView>> seenHere(Claim claim) {
        return isFarAhead(claim)
                ? CompletableFuture.completedFuture(Optional.empty())
                : limited(consensus.whenApplied(claim.id().value()));
    }

    private boolean isFarAhead(Claim claim) {
        return claim.id().value() - consensus.view().lastId() > NEAR;
    }

    /** What the future brings, or nothing after two seconds. */
    private CompletionStage<Optional<ServerView>> limited(CompletableFuture<ServerView> future) {
        CompletableFuture<Optional<ServerView>> result = new CompletableFuture<>();
        ScheduledFuture<?> limit =
                timer.schedule(
                        () -> {
                            if (result.complete(Optional.empty())) {
                                future.cancel(false);
                            }
                        },
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        future.whenComplete(
                (view, problem) -> {
                    limit.cancel(false);
                    if (problem == null) {
                        result.complete(Optional.of(view));
                    } else {
                        result.completeExceptionally(problem);
                    }
                });
        return result;
    }
}
