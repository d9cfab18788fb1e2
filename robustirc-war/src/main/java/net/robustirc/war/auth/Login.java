package net.robustirc.war.auth;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.robustirc.war.auth.FailedLogins.Judgement;
import net.robustirc.war.auth.FailedLogins.Verdict;

/**
 * HTTP basic authentication of administrators: user {@code robustirc}, the network password. Wrong
 * guesses wait, each address for itself and without a thread, and meanwhile no other guess of that
 * address is heard; this machine's own right ones always are.
 */
public final class Login {
    private static final String KNOWN = Login.class.getName() + ".administrator";
    private static final String WAIT = Login.class.getName() + ".wait";
    private static final String FOREIGN = Login.class.getName() + ".foreign";

    /** Guesses that wait for their answer at the same time; further ones are refused at once. */
    private static final int MOST_WAITING = 100;

    private static final String SCHEME = "Basic ";
    private static final String USER = "robustirc:";
    private static final Set<String> LOOPBACK_V6 =
            Set.of("::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

    private final byte[] expected;
    private final FailedLogins failures;
    private final ScheduledExecutorService timer;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    public Login(String password, FailedLogins failures, ScheduledExecutorService timer) {
        this.expected = digest((USER + password).getBytes(StandardCharsets.UTF_8));
        this.failures = failures;
        this.timer = timer;
    }

    /** What {@link #postpones} found out about the request whose attributes these are. */
    static boolean isAdministrator(Function<String, Object> attributes) {
        return Boolean.TRUE.equals(attributes.apply(KNOWN));
    }

    /** The milliseconds that the sender has to wait before a guess of it is heard; 0 if none. */
    static long waitMillis(Function<String, Object> attributes) {
        return attributes.apply(WAIT) instanceof Long wait ? wait : 0;
    }

    /** Whether a page of another site made the browser send the request. */
    static boolean isForeign(Function<String, Object> attributes) {
        return Boolean.TRUE.equals(attributes.apply(FOREIGN));
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
        Judgement judgement = judge(request.getRemoteAddr(), header);
        request.setAttribute(KNOWN, judgement.verdict() == Verdict.RIGHT);
        request.setAttribute(FOREIGN, CrossSite.isForeign(request));
        if (judgement.verdict() == Verdict.WRONG && waiting.tryAcquire()) {
            putOff(request, judgement.waitMillis());
            return true;
        }
        if (judgement.verdict() != Verdict.RIGHT) {
            request.setAttribute(WAIT, judgement.waitMillis());
        }
        return false;
    }

    private Judgement judge(String address, String header) {
        return isLoopback(address)
                ? failures.judgeAnyway(address, () -> isRight(header))
                : failures.judge(address, () -> isRight(header));
    }

    /** In the forms in which a container writes them; brackets are one of them. */
    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || LOOPBACK_V6.contains(address);
    }

    private void putOff(HttpServletRequest request, long delay) {
        AsyncContext later = request.startAsync();
        later.setTimeout(0);
        try {
            timer.schedule(() -> answer(later), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            answer(later);
        }
    }

    private void answer(AsyncContext later) {
        waiting.release();
        later.dispatch();
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
