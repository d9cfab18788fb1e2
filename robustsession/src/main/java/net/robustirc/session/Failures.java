package net.robustirc.session;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What went wrong, in words for users and for the log. */
final class Failures {
    static final int NOT_FOUND = 404;
    private static final int LONGEST_TEXT = 200;

    private Failures() {}

    /** For the log: short, without the stack. */
    static String describe(Throwable cause) {
        if (cause instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof SSLException) {
            return "TLS: " + innermost(cause).getMessage();
        }
        if (cause instanceof TimeoutException || cause.getMessage() != null) {
            return cause.getMessage();
        }
        return cause.getClass().getSimpleName();
    }

    /** What TLS fails of is said by the check that failed, not by the engine that ran it. */
    private static Throwable innermost(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null && innermost.getCause().getMessage() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    /** For users: one line that names no address and no session. */
    static String sentence(int status) {
        return status == NOT_FOUND
                ? "The session is gone from the network"
                : "The network refused the request with status " + status;
    }

    /** The refusal of a create, in the network's own words, which cannot name a session. */
    static String refusedCreate(int status, String answer) {
        String text = firstLine(answer);
        return text.isEmpty() ? sentence(status) : "The network refused the session: " + text;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_TEXT))
                .replaceAll("\\p{Cntrl}", " ");
    }
}
