package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.ConfigState;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Pass;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;

/**
 * What was found of the secrets in a PASS waits for registration. It stays valid when a new
 * configuration has the same password as the one with which it was compared.
 */
public final class Verdicts {
    private Verdicts() {}

    /**
     * Looks at all who have not registered after the configuration has changed.
     *
     * @param before the configuration until now
     */
    public static void review(NetworkDraft state, ConfigState before) {
        for (SessionId id : List.copyOf(state.sessions().unregistered())) {
            Session session = state.session(id);
            Profile profile = session.profile();
            Pass pass = profile.pass();
            if (!pass.checked().isEmpty()) {
                List<Credential> checked =
                        pass.checked().stream()
                                .map(verdict -> carried(verdict, before, state.config()))
                                .toList();
                Pass next = new Pass(pass.nickserv(), pass.captcha(), checked);
                state.update(session, profile.withPass(next));
            }
        }
    }

    private static Credential carried(Credential verdict, ConfigState before, ConfigState now) {
        boolean current = verdict.revision() == before.revision();
        return current && same(verdict, before.config().irc(), now.config().irc())
                ? new Credential(
                        verdict.kind(), verdict.account(), verdict.accepted(), now.revision())
                : verdict;
    }

    private static boolean same(Credential verdict, IrcAccounts before, IrcAccounts now) {
        return verdict.kind() == Credential.Kind.SERVICES
                ? before.services().equals(now.services())
                : before.password(verdict.account()).equals(now.password(verdict.account()));
    }
}
