package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Hold;

/** SVSHOLD: keeps a nick from being taken for so many seconds, or gives it free. */
final class SvsHold implements LinkCommand {
    /** Longer reasons would not fit the answer that tells them. */
    private static final int MAX_REASON_BYTES = 300;

    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("SVSHOLD", 1);
    }

    @Override
    public void run(Call call) {
        Optional<Nick> nick = Nick.parse(call.param(0));
        GoDuration duration = GoDuration.parse(call.param(1) + "s");
        if (nick.isEmpty()) {
            Link.refuse(call, Numeric.ERR_ERRONEUSNICKNAME, call.param(0));
        } else if (call.paramCount() == 1) {
            call.state().release(nick.get());
        } else if (!duration.error().isEmpty()) {
            Link.notice(call, "Invalid duration: " + duration.error());
        } else {
            String reason = Utf8.cut(Link.text(call, 1, ""), MAX_REASON_BYTES);
            hold(call, new Hold(nick.get(), until(call, duration), reason));
        }
    }

    private static void hold(Call call, Hold hold) {
        if (!call.state().hold(hold)) {
            Link.notice(call, "Not held: there are " + Hold.MAX + " nicks already");
        }
    }

    private static long until(Call call, GoDuration duration) {
        long now = call.timeNanos();
        return now + Math.min(duration.nanos(), Long.MAX_VALUE - now);
    }
}
