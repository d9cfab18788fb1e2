package net.robustirc.war.resource;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.robustirc.consensus.Consensus;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Command.CreateSession;
import net.robustirc.statemachine.entry.Command.DeleteSession;
import net.robustirc.statemachine.entry.Command.IrcLine;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.auth.ClientAddress;
import net.robustirc.war.auth.SessionTokens;
import net.robustirc.war.failure.Failures;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.json.PostedLine;
import net.robustirc.war.password.PostedSecrets;
import net.robustirc.war.password.SecretCheck;
import net.robustirc.war.password.SecretCheck.Guesser;
import net.robustirc.war.request.ClientRequest;
import net.robustirc.war.throttle.PostThrottle;

/** Turns what clients ask for into commands; a stage fails with a refusal where one is refused. */
public final class SessionCommands {
    /** How often a secret is compared when the configuration changes again and again. */
    private static final int MOST_CHECKS = 3;

    private final Consensus consensus;
    private final PostThrottle throttle;
    private final SecretCheck secrets;
    private final SessionTokens tokens = new SessionTokens();

    public SessionCommands(Consensus consensus, PostThrottle throttle, SecretCheck secrets) {
        this.consensus = consensus;
        this.throttle = throttle;
        this.secrets = secrets;
    }

    String newToken() {
        return tokens.next();
    }

    String networkName() {
        return consensus.view().networkName();
    }

    CompletionStage<SessionId> create(String token) {
        return submit(new CreateSession(SessionTokens.hash(token)))
                .thenApply(outcome -> new SessionId(outcome.id()));
    }

    CompletionStage<Outcome> post(SessionId session, PostedLine line, ClientRequest request) {
        ServerView view = consensus.view();
        NetworkConfig config = view.config();
        Post post =
                new Post(
                        session,
                        line.clientMessageId(),
                        PostedSecrets.of(line.data()),
                        ClientAddress.of(request, config.trustedBridges().keySet()));
        long cooloff = cooloffNanos(view, session);
        if (cooloff == 0) {
            return submit(post);
        }
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        boolean taken = throttle.hold(session, cooloff, () -> pass(submit(post), result));
        return taken
                ? result
                : CompletableFuture.failedFuture(Refusal.POSTS_TOO_FAST.asException());
    }

    private static void pass(CompletionStage<Outcome> from, CompletableFuture<Outcome> to) {
        from.whenComplete(
                (outcome, problem) -> {
                    if (problem == null) {
                        to.complete(outcome);
                    } else {
                        to.completeExceptionally(problem);
                    }
                });
    }

    /**
     * How long a session that posts too fast is held back at most, nanoseconds: a services link
     * never is (http-api.md 3.6).
     */
    static long cooloffNanos(ServerView view, SessionId session) {
        boolean services = view.session(session).filter(SessionView::services).isPresent();
        return services ? 0 : view.config().limits().postMessageCooloffNanos();
    }

    /** A line on its way, its secrets beside it. */
    private record Post(
            SessionId session, long clientMessageId, PostedSecrets secrets, String address) {
        IrcLine with(List<Credential> credentials) {
            return new IrcLine(session, clientMessageId, secrets.line(), address, credentials);
        }
    }

    private CompletionStage<Outcome> submit(Post post) {
        return post.secrets().claims().isEmpty()
                ? submit(post.with(List.of()))
                : checked(post, consensus.view(), MOST_CHECKS);
    }

    /**
     * Submits a line with what was found of its secrets; checks again if the configuration has
     * changed meanwhile (design D14).
     */
    private CompletionStage<Outcome> checked(Post post, ServerView view, int tries) {
        return secrets.check(
                        new Guesser(post.session(), post.address()), post.secrets().claims(), view)
                .thenCompose(found -> consensus.submit(post.with(found)))
                .thenCompose(
                        outcome -> {
                            if (outcome.code() != Outcome.Code.REVISION_MISMATCH) {
                                return CompletableFuture.completedFuture(accepted(outcome));
                            }
                            if (tries == 1) {
                                throw Refusal.unavailable(outcome.text()).asException();
                            }
                            return consensus
                                    .current()
                                    .thenCompose(newer -> checked(post, newer, tries - 1));
                        });
    }

    CompletionStage<Outcome> delete(SessionId session, String quitText) {
        return submit(new DeleteSession(session, quitText));
    }

    private CompletionStage<Outcome> submit(Command command) {
        return consensus.submit(command).thenApply(SessionCommands::accepted);
    }

    private static Outcome accepted(Outcome outcome) {
        if (!outcome.accepted()) {
            throw Failures.of(outcome).asException();
        }
        return outcome;
    }
}
