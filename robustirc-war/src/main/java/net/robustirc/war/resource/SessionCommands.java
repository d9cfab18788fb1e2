package net.robustirc.war.resource;

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
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.auth.ClientAddress;
import net.robustirc.war.auth.SessionTokens;
import net.robustirc.war.failure.Failures;
import net.robustirc.war.json.PostedLine;
import net.robustirc.war.request.ClientRequest;
import net.robustirc.war.throttle.PostThrottle;

/** Turns what clients ask for into commands; a stage fails with a refusal where one is refused. */
public final class SessionCommands {
    private final Consensus consensus;
    private final PostThrottle throttle;
    private final SessionTokens tokens = new SessionTokens();

    public SessionCommands(Consensus consensus, PostThrottle throttle) {
        this.consensus = consensus;
        this.throttle = throttle;
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
        long cooloff = cooloffNanos(view, session);
        IrcLine command =
                new IrcLine(
                        session,
                        line.clientMessageId(),
                        line.data(),
                        ClientAddress.of(request, config.trustedBridges().keySet()));
        if (cooloff == 0) {
            return submit(command);
        }
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        throttle.hold(
                session,
                cooloff,
                () ->
                        submit(command)
                                .whenComplete(
                                        (outcome, problem) -> {
                                            if (problem == null) {
                                                result.complete(outcome);
                                            } else {
                                                result.completeExceptionally(problem);
                                            }
                                        }));
        return result;
    }

    /**
     * How long a session that posts too fast is held back at most, nanoseconds: a services link
     * never is (http-api.md 3.6).
     */
    static long cooloffNanos(ServerView view, SessionId session) {
        boolean services = view.session(session).filter(SessionView::services).isPresent();
        return services ? 0 : view.config().limits().postMessageCooloffNanos();
    }

    CompletionStage<Outcome> delete(SessionId session, String quitText) {
        return submit(new DeleteSession(session, quitText));
    }

    private CompletionStage<Outcome> submit(Command command) {
        return consensus
                .submit(command)
                .thenApply(
                        outcome -> {
                            if (!outcome.accepted()) {
                                throw Failures.of(outcome).asException();
                            }
                            return outcome;
                        });
    }
}
