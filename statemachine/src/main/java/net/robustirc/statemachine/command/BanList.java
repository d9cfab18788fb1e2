package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.NetworkBan;

/** The network's bans as operators see them: GLINE without a mask, STATS g and STATS k. */
final class BanList {
    private BanList() {}

    /** {@code 223 me G mask secondsLeft setAt setter :reason}; 0 seconds are for ever. */
    static void answer(Call call) {
        long now = call.timeNanos();
        boolean addresses = call.may(Privilege.SEE_ADDRESS);
        for (NetworkBan ban : call.state().bans().all(now)) {
            long left = ban.untilNanos() == 0 ? 0 : ban.untilNanos() - now;
            call.replyText(
                    Numeric.RPL_STATSGLINE,
                    ban.reason(),
                    "G",
                    ban.shown(addresses),
                    Long.toString(-TimeText.seconds(-left)),
                    Long.toString(TimeText.seconds(ban.setNanos())),
                    ban.setter());
        }
    }
}
