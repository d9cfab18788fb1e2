package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;

/**
 * SVSNICK: gives a user another nick. One that somebody has is refused with 433 and changes
 * nothing: the original makes one user of two.
 */
final class SvsNick implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("SVSNICK", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Nick> next = Nick.parse(call.param(1));
        Optional<Session> user = Link.user(call, call.param(0));
        if (next.isEmpty()) {
            Link.refuse(call, Numeric.ERR_ERRONEUSNICKNAME, call.param(1));
        } else if (user.isEmpty()) {
            Link.refuse(call, Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (call.state()
                .holder(next.get())
                .filter(holder -> !holder.id().equals(user.get().id()))
                .isPresent()) {
            Link.refuse(call, Numeric.ERR_NICKNAMEINUSE, call.param(1));
        } else if (!user.get().nick().toString().equals(next.get().toString())
                && !Bans.end(call.state(), call.out(), user.get(), next.get())) {
            NickCommand.change(call.as(user.get().id()), next.get());
        }
    }
}
