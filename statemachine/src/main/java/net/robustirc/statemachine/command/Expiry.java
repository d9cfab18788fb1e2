package net.robustirc.statemachine.command;

import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.Sessions;

/** Ends sessions that have been idle for too long or do not register (design D11). */
public final class Expiry {
    /** Sessions that one Tick ends at most. */
    static final int MAX_ENDED = 100;

    /** Sessions that one Tick looks at at most. */
    private static final int MAX_VISITED = 10_000;

    /** Time to register, on the idle clock. */
    private static final long REGISTRATION_NANOS = 120_000_000_000L;

    /** The same where a captcha must be solved first. */
    private static final long CAPTCHA_NANOS = 600_000_000_000L;

    private Expiry() {}

    /** Ends a bounded number of sessions whose time is over, and the bans whose time is. */
    public static void tick(NetworkDraft state, OutputBuilder out) {
        endUnregistered(state, out);
        endIdle(state, out);
        state.ban(state.bans().current(state.clock().timeNanos()));
    }

    private static void endUnregistered(NetworkDraft state, OutputBuilder out) {
        boolean captcha = Captcha.atLogin(state.config().config());
        long limit = captcha ? CAPTCHA_NANOS : REGISTRATION_NANOS;
        long since = state.clock().idleNanos() - limit;
        String text = "You have not registered within " + (captcha ? "10" : "2") + " minutes";
        while (state.ended().size() < MAX_ENDED && !state.sessions().unregistered().isEmpty()) {
            SessionId oldest = state.sessions().unregistered().first();
            Session session = state.session(oldest);
            if (session.birth().idleNanos() > since) {
                return;
            }
            Departure.quit(state, out, session, text);
        }
    }

    private static void endIdle(NetworkDraft state, OutputBuilder out) {
        long limit = state.config().config().limits().sessionExpirationNanos();
        long since = state.clock().idleNanos() - limit;
        for (int i = 0; i < MAX_VISITED && state.ended().size() < MAX_ENDED; i++) {
            if (state.sessions().idle().isEmpty()) {
                return;
            }
            Sessions.IdleMark longest = state.sessions().idle().first();
            if (longest.idleNanos() > since) {
                return;
            }
            Session session = state.session(longest.session());
            if (session.activity().postIdle() > since) {
                state.refile(session);
            } else {
                Departure.quit(
                        state, out, session, "Ping timeout (" + TimeText.duration(limit) + ")");
            }
        }
    }
}
