package net.robustirc.war.password;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Credential.Kind;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.password.PostedSecrets.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares secrets with those of the configuration, off the threads that serve and apply. */
public final class SecretCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SecretCheck.class);

    /** Wrong secrets in a minute; a further one is not even looked at. */
    private static final int MOST_OF_A_SESSION = 5;

    /** More, for many people may come from one address. */
    private static final int MOST_OF_AN_ADDRESS = 20;

    private final Executor threads;
    private final GuessCount sessions;
    private final GuessCount addresses;

    /**
     * Who guesses.
     *
     * @param address without port
     */
    public record Guesser(SessionId session, String address) {}

    /**
     * @param threads few, for hashing takes time and memory; may refuse
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public SecretCheck(Executor threads, LongSupplier nanoTime) {
        this.threads = threads;
        this.sessions = new GuessCount(nanoTime);
        this.addresses = new GuessCount(nanoTime);
    }

    /**
     * Finds out whether the claims are true.
     *
     * @return what was found, by the configuration of the view; fails with a refusal when too busy
     */
    public CompletionStage<List<Credential>> check(
            Guesser guesser, List<Claim> claims, ServerView view) {
        try {
            return CompletableFuture.supplyAsync(() -> found(guesser, claims, view), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    Refusal.unavailable("Too many passwords wait to be checked, please try again")
                            .asException());
        }
    }

    private List<Credential> found(Guesser guesser, List<Claim> claims, ServerView view) {
        List<Credential> credentials = new ArrayList<>();
        for (Claim claim : claims) {
            boolean right = judge(guesser, claim, view.config().irc());
            credentials.add(
                    new Credential(claim.kind(), claim.account(), right, view.configRevision()));
        }
        return credentials;
    }

    private boolean judge(Guesser guesser, Claim claim, IrcAccounts accounts) {
        String session = guesser.session().toString();
        int ofSession = sessions.count(session);
        int ofAddress = addresses.count(guesser.address());
        boolean heard = ofSession <= MOST_OF_A_SESSION && ofAddress <= MOST_OF_AN_ADDRESS;
        boolean right = heard && isRight(claim, accounts);
        if (right) {
            sessions.wasRight(session);
            addresses.wasRight(guesser.address());
        } else if (ofSession <= MOST_OF_A_SESSION + 1 && ofAddress <= MOST_OF_AN_ADDRESS + 1) {
            // What is not looked at is told once, or who guesses on would fill the disk.
            LOG.warn(
                    "{} of session {} from {} was refused: {}",
                    claim,
                    session,
                    guesser.address(),
                    heard ? "wrong password" : "too many guesses");
        }
        return right;
    }

    private static boolean isRight(Claim claim, IrcAccounts accounts) {
        return claim.kind() == Kind.OPER
                ? isOperator(claim, accounts)
                : isOneOf(accounts.services(), claim.secret());
    }

    /** An account that does not exist takes as long as one that does. */
    private static boolean isOperator(Claim claim, IrcAccounts accounts) {
        if (accounts.operators().isEmpty()) {
            return false;
        }
        IrcAccounts.Operator other = accounts.operators().get(0);
        IrcAccounts.Operator operator = accounts.operator(claim.account()).orElse(other);
        boolean right = StoredPassword.of(operator.password()).matches(claim.secret());
        return right && operator.name().equals(claim.account());
    }

    private static boolean isOneOf(List<String> passwords, String secret) {
        boolean found = false;
        for (String password : passwords) {
            found |= StoredPassword.of(password).matches(secret);
        }
        return found;
    }
}
