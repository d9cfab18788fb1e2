package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.robustirc.irc.Address;
import net.robustirc.irc.BanMask;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.Identity;
import net.robustirc.statemachine.state.NetworkBan;
import net.robustirc.statemachine.state.NetworkBans;
import net.robustirc.statemachine.state.Session;

/**
 * GLINE and KLINE, the same here: {@code [duration] mask|address|range|nick [:reason]} bans from
 * the network; without a mask they list the bans.
 */
final class GlineCommand implements IrcCommand {
    private static final int MAX_REASON_BYTES = 200;
    private static final String NO_REASON = "No reason given";

    private final String name;

    GlineCommand(String name) {
        this.name = name;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered(name, 0);
    }

    @Override
    public void run(Call call) {
        if (call.lacks(Privilege.GLINE)) {
            return;
        }
        OptionalLong duration = BanDuration.parse(call.param(0));
        int index = duration.isPresent() ? 1 : 0;
        if (call.param(0).isEmpty()) {
            BanList.answer(call);
            call.reply(Numeric.RPL_ENDOFSTATS, "g");
        } else if (call.param(index).isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, name);
        } else {
            mask(call, call.param(index))
                    .ifPresent(mask -> set(call, ban(call, mask, index, duration.orElse(0))));
        }
    }

    /** A duration that is none is taken for a mask. */
    private static final String BAD_MASK = "Bad mask, and no duration such as 30m or 1d12h";

    private static String reason(Call call, int index) {
        String text = String.join(" ", call.paramsFrom(index + 1));
        return text.isEmpty() ? NO_REASON : Utf8.cut(text, MAX_REASON_BYTES);
    }

    private static Optional<BanMask> mask(Call call, String typed) {
        Optional<BanMask> mask = BanMask.parse(typed);
        if (mask.isPresent()) {
            return mask;
        }
        boolean nick = Nick.parse(typed).isPresent();
        Optional<Session> user = call.state().sessions().findNick(typed);
        if (user.isPresent()) {
            return address(call, user.get());
        }
        if (nick) {
            call.reply(Numeric.ERR_NOSUCHNICK, typed);
        } else {
            call.replyText(Numeric.ERR_BADMASK, BAD_MASK, typed);
        }
        return Optional.empty();
    }

    /**
     * The address of a user, unless others come from there as well: a shared address is banned only
     * by an operator who names it (irc-commands.md 10.7).
     */
    private static Optional<BanMask> address(Call call, Session user) {
        String nick = user.nick().toString();
        Optional<Address> address = Address.parse(user.entrance().address());
        if (address.isEmpty()) {
            call.notice("Cannot kill " + nick + ": no IP address known yet");
            return Optional.empty();
        }
        BanMask mask = BanMask.of(address.get());
        int others = Bans.matching(call.state(), new NetworkBan(mask, "", "", 0, 0, "")).size() - 1;
        if (others == 0 && !address.get().isLoopback()) {
            return Optional.of(mask);
        }
        String shared =
                others == 0
                        ? nick + " comes from a loopback address"
                        : nick + " shares an address with " + Words.counted(others, "session");
        String which = call.may(Privilege.SEE_ADDRESS) ? mask.toString() : "the address";
        call.notice("Not banned: " + shared + "; to ban it all the same, GLINE " + which);
        return Optional.empty();
    }

    private static NetworkBan ban(Call call, BanMask mask, int index, long duration) {
        long now = call.timeNanos();
        String typed = call.param(index);
        boolean named = BanMask.parse(typed).isPresent();
        return new NetworkBan(
                mask,
                reason(call, index),
                call.session().nick().toString(),
                now,
                duration == 0 ? 0 : now + duration,
                named ? "" : typed);
    }

    private void set(Call call, NetworkBan ban) {
        long now = call.timeNanos();
        String mask = ban.shown(call.may(Privilege.SEE_ADDRESS));
        NetworkBans bans = call.state().bans().current(now);
        if (ban.holds(Identity.of(call.session()), now)) {
            call.notice("Not banned: " + mask + " means you, too");
        } else if (bans.full() && bans.find(ban.key()).isEmpty()) {
            call.notice("Not banned: there are " + NetworkBans.MAX + " bans already");
        } else {
            call.state().ban(bans.plus(ban));
            List<Session> banned = Bans.matching(call.state(), ban);
            String time =
                    ban.untilNanos() == 0
                            ? "for ever"
                            : "for " + TimeText.duration(ban.untilNanos() - now);
            String ended = Words.counted(banned.size(), "session") + " ended";
            call.notice("Banned " + mask + " " + time + ": " + ended);
            call.audit(name + " " + ban.shown(false) + " " + time + ": " + ban.reason());
            banned.forEach(session -> Bans.end(call.state(), call.out(), session, ban));
        }
    }
}
