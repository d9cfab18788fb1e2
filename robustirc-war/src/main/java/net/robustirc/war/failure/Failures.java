package net.robustirc.war.failure;

import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletionException;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.statemachine.entry.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a failed command or an exception means for the client. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int FIRST_SERVER_ERROR = 500;

    private Failures() {}

    /** What an outcome that was not accepted answers (ours.md section 1). */
    public static Refusal of(Outcome outcome) {
        return switch (outcome.code()) {
            case NO_SUCH_SESSION -> Refusal.NO_SUCH_SESSION;
            case TOO_MANY_SESSIONS ->
                    new Refusal(429, sentence(outcome, "MaxSessions limit reached"));
            case REVISION_MISMATCH -> Refusal.badRequest(sentence(outcome, "Revision mismatch"));
            case EXPIRED ->
                    Refusal.unavailable("The network did not take the request in time, try again");
            case LEVEL_TOO_HIGH ->
                    Refusal.unavailable("Not all nodes of the network know this request yet");
            // Its duplicate key is stored: the client's retry is answered as a duplicate, 200.
            case POISONED -> new Refusal(500, "The network could not apply the request");
            case APPLIED, DUPLICATE ->
                    throw new IllegalArgumentException(outcome.code() + " is no failure");
        };
    }

    private static String sentence(Outcome outcome, String otherwise) {
        return outcome.text().isEmpty() ? otherwise : outcome.text();
    }

    /** What an exception answers; one that nobody expected is logged. */
    public static Refusal of(Throwable problem) {
        Throwable cause = unwrapped(problem);
        if (cause instanceof RefusedException refused) {
            return refused.refusal();
        }
        if (cause instanceof UnavailableException) {
            return Refusal.unavailable(cause.getMessage());
        }
        if (cause instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatus());
        }
        LOG.warn("A request failed", cause);
        return Refusal.INTERNAL_ERROR;
    }

    private static Throwable unwrapped(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What Jersey itself refuses: no such path or no such method there, which is the same. */
    private static Refusal ofStatus(int status) {
        if (status >= FIRST_SERVER_ERROR) {
            return Refusal.INTERNAL_ERROR;
        }
        return status == Refusal.NOT_FOUND.status() || status == METHOD_NOT_ALLOWED
                ? Refusal.NOT_FOUND
                : new Refusal(status, "The request could not be understood");
    }
}
