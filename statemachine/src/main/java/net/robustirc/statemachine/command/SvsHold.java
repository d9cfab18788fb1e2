package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Hold;

/** SVSHOLD: keeps a nick from being taken for so many seconds, or gives it free. */
final class SvsHold implements LinkCommand {
    private static final long SECOND = 1_000_000_000L;

    /** Longer reasons would not fit the answer that tells them. */
    private static final int MAX_REASON_BYTES = 300;

    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("SVSHOLD", 1);
    }

    @Override
    public void run(Call call) {
        Optional<Nick> nick = Nick.parse(call.param(0));
        int seconds = Words.number(call.param(1));
        if (nick.isEmpty()) {
            Link.refuse(call, Numeric.ERR_ERRONEUSNICKNAME, call.param(0));
        } else if (call.paramCount() == 1) {
            call.state().release(nick.get());
        } else if (seconds < 0) {
            Link.notice(call, "Invalid duration: " + call.param(1));
        } else {
            String reason = Utf8.cut(Link.text(call, 2, ""), MAX_REASON_BYTES);
            hold(call, new Hold(nick.get(), call.timeNanos() + seconds * SECOND, reason));
        }
    }

    private static void hold(Call call, Hold hold) {
        if (!call.state().hold(hold)) {
            Link.notice(call, "Not held: there are " + Hold.MAX + " nicks already");
        }
    }
}
