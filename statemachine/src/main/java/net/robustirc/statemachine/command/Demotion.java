package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/**
 * An IRC operator whose account is gone, or has another password, is none any more; when the
 * services' passwords change, their links end and come again with the new one.
 */
public final class Demotion {
    private Demotion() {}

    /**
     * Looks at all operators after the configuration has changed.
     *
     * @param before the accounts until now
     */
    public static void review(NetworkDraft state, OutputBuilder out, IrcAccounts before) {
        IrcAccounts now = state.config().config().irc();
        if (!now.services().equals(before.services())) {
            for (SessionId link : List.copyOf(state.sessions().links())) {
                Departure.quit(state, out, state.session(link), "The password has changed");
            }
        }
        if (state.sessions().counts().operators() == 0) {
            return;
        }
        for (Session session : state.sessions().byId().values()) {
            Profile profile = session.profile();
            String account = profile.operator();
            boolean same = now.password(account).equals(before.password(account));
            boolean stays = same && now.operator(account).isPresent();
            boolean user = !session.isPseudoClient();
            if (user && profile.has(UserMode.OPERATOR) && !stays) {
                state.update(session, profile.withOperator(""));
                LineBuilder line = LineBuilder.from(state.name(), "MODE");
                line.word(profile.nick().toString()).word("-o");
                new Audience(state, Optional.empty())
                        .one(session.id())
                        .services()
                        .recipients()
                        .ifPresent(told -> out.add(told, line.build()));
            }
        }
    }
}
