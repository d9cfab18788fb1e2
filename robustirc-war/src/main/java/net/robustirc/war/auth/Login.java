package net.robustirc.war.auth;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * HTTP basic authentication of administrators: user {@code robustirc}, the network password. Wrong
 * guesses wait, each address for itself and without a thread; right ones never do.
 */
public final class Login {
    private static final String KNOWN = Login.class.getName() + ".administrator";
    private static final String SCHEME = "Basic ";
    private static final String USER = "robustirc:";

    private final byte[] expected;
    private final FailedLogins failures;
    private final ScheduledExecutorService timer;

    public Login(String password, FailedLogins failures, ScheduledExecutorService timer) {
        this.expected = digest((USER + password).getBytes(StandardCharsets.UTF_8));
        this.failures = failures;
        this.timer = timer;
    }

    /** What {@link #postpones} found out about the request whose attributes these are. */
    static boolean isAdministrator(Function<String, Object> attributes) {
        return Boolean.TRUE.equals(attributes.apply(KNOWN));
    }

    /**
     * Looks at the credentials, if there are any. Wrong ones are put off: the request is dispatched
     * again later, as one without credentials.
     *
     * @return whether the request has been put off
     */
    public boolean postpones(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || request.getAttribute(KNOWN) != null) {
            return false;
        }
        boolean right = isRight(header);
        request.setAttribute(KNOWN, right);
        return !right && putOff(request);
    }

    private boolean putOff(HttpServletRequest request) {
        long delay = failures.delayMillis(request.getRemoteAddr());
        AsyncContext later = request.startAsync();
        later.setTimeout(0);
        try {
            timer.schedule(() -> later.dispatch(), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            later.dispatch();
        }
        return true;
    }

    private boolean isRight(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] presented =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            return MessageDigest.isEqual(expected, digest(presented));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Hashes first, so that lengths do not show either. */
    private static byte[] digest(byte[] credentials) {
        return Sha256.of(credentials);
    }
}
