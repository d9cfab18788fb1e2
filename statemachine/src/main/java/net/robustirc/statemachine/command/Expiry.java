package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.Sessions;

/** Ends sessions that have been idle for too long or do not register (design D11). */
public final class Expiry {
    /** Sessions that one Tick ends at most, for each of the two reasons. */
    private static final int MAX_ENDED = 100;

    /** Sessions that one Tick looks at at most. */
    private static final int MAX_VISITED = 10_000;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** Time to register, on the idle clock. */
    private static final long REGISTRATION_NANOS = 2 * MINUTE_NANOS;

    /** The same where a captcha must be solved first. */
    private static final long CAPTCHA_NANOS = 10 * MINUTE_NANOS;

    private Expiry() {}

    /** Ends a bounded number of sessions whose time is over, and the bans whose time is. */
    public static void tick(NetworkDraft state, OutputBuilder out) {
        endUnregistered(state, out);
        endIdle(state, out);
        state.ban(state.bans().current(state.clock().timeNanos()));
    }

    /** Whether sessions are left that a Tick must look at now: it came to its bounds. */
    public static boolean due(NetworkState state) {
        long idle = state.clock().idleNanos();
        NetworkConfig config = state.config().config();
        return unregistered(state.sessions(), idle - registrationNanos(config)).isPresent()
                || idle(state.sessions(), idle - config.limits().sessionExpirationNanos())
                        .isPresent();
    }

    private static long registrationNanos(NetworkConfig config) {
        return Captcha.atLogin(config) ? CAPTCHA_NANOS : REGISTRATION_NANOS;
    }

    /** The session that has waited for registration longest, if it was created by that time. */
    private static Optional<Session> unregistered(Sessions sessions, long since) {
        return sessions.unregistered().isEmpty()
                ? Optional.empty()
                : sessions.find(sessions.unregistered().first())
                        .filter(session -> session.birth().idleNanos() <= since);
    }

    /** The session that was filed as idle longest, if that was by that time. */
    private static Optional<Session> idle(Sessions sessions, long since) {
        return sessions.idle().isEmpty() || sessions.idle().first().idleNanos() > since
                ? Optional.empty()
                : sessions.find(sessions.idle().first().session());
    }

    private static void endUnregistered(NetworkDraft state, OutputBuilder out) {
        long limit = registrationNanos(state.config().config());
        long since = state.clock().idleNanos() - limit;
        String text = "You have not registered within " + limit / MINUTE_NANOS + " minutes";
        Optional<Session> oldest = unregistered(state.sessions(), since);
        for (int i = 0; i < MAX_ENDED && oldest.isPresent(); i++) {
            Departure.quit(state, out, oldest.get(), text);
            oldest = unregistered(state.sessions(), since);
        }
    }

    private static void endIdle(NetworkDraft state, OutputBuilder out) {
        long limit = state.config().config().limits().sessionExpirationNanos();
        long since = state.clock().idleNanos() - limit;
        int most = state.ended().size() + MAX_ENDED;
        for (int i = 0; i < MAX_VISITED && state.ended().size() < most; i++) {
            Optional<Session> longest = idle(state.sessions(), since);
            if (longest.isEmpty()) {
                return;
            }
            Session session = longest.get();
            if (session.activity().postIdle() > since) {
                state.refile(session);
            } else {
                Departure.quit(
                        state, out, session, "Ping timeout (" + TimeText.duration(limit) + ")");
            }
        }
    }
}
