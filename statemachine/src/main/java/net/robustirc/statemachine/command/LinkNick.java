package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Profile;

/**
 * NICK from services introduces a pseudo-client: {@code NICK nick hops time user host server svid
 * [modes] :real name}. Its host is that of its link.
 */
final class LinkNick implements LinkCommand {
    /** Pseudo-clients of all links together; they end with their links, in one go. */
    private static final int MAX = 1_000;

    private static final int USER = 3;
    private static final int MODES = 7;

    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("NICK", 1);
    }

    @Override
    public void run(Call call) {
        if (call.paramCount() == 1) {
            // Services do not change nicks this way: ignored.
            return;
        }
        String typed = call.param(0);
        Optional<Nick> nick = Nick.parse(typed);
        String user = UserCommand.username(call.param(USER));
        if (user.isEmpty()) {
            Link.refuse(call, Numeric.ERR_NEEDMOREPARAMS, call.command());
        } else if (nick.isEmpty()) {
            Link.refuse(call, Numeric.ERR_ERRONEUSNICKNAME, typed);
        } else if (call.state().holder(nick.get()).isPresent()) {
            Link.refuse(call, Numeric.ERR_NICKNAMEINUSE, typed);
        } else if (call.state().sessions().counts().pseudoClients() >= MAX) {
            Link.notice(call, "Not introduced: there are " + MAX + " pseudo-clients already");
        } else {
            String real = Utf8.cut(call.param(call.paramCount() - 1), SetnameCommand.MAX_BYTES);
            Profile profile = Profile.NEW.withNick(nick.get()).withUser(user, real);
            boolean modes = call.paramCount() > MODES + 1;
            call.state()
                    .introduce(
                            call.session(), LinkMode.with(profile, modes ? call.param(MODES) : ""));
        }
    }
}
