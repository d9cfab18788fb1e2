package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.Ledger;
import net.robustirc.statemachine.state.Session;

/** STATS: how the server does, by a letter. RFC 2812 3.4.4. */
final class StatsCommand implements IrcCommand {
    /** Links that one command lists at most. */
    private static final int MAX_LINKS = 200;

    /** What is not counted. */
    private static final String UNKNOWN = "*";

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("STATS", 0);
    }

    @Override
    public void run(Call call) {
        // RFC 2812 3.4.4: a server, which can only be this one, or the nick of a user on it.
        if (!Here.asked(call, 1)) {
            return;
        }
        String letter = call.param(0).isEmpty() ? UNKNOWN : call.param(0);
        switch (letter) {
            case "u" -> uptime(call);
            case "m" -> commands(call);
            case "l", "L" -> links(call);
            case "o", "O" -> operators(call);
            case "a" -> actions(call);
            case "g", "G", "k", "K" -> bans(call);
            default -> {
                // RFC 2812 3.4.4: only the end of the list comes back.
            }
        }
        call.reply(Numeric.RPL_ENDOFSTATS, letter);
    }

    private static void uptime(Call call) {
        long seconds =
                TimeText.seconds(call.timeNanos())
                        - TimeText.seconds(call.state().clock().createdNanos());
        String text =
                "Server Up "
                        + seconds / 86_400
                        + " days "
                        + seconds / 3_600 % 24
                        + ":"
                        + twoDigits(seconds / 60 % 60)
                        + ":"
                        + twoDigits(seconds % 60);
        call.replyText(Numeric.RPL_STATSUPTIME, text);
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private static void commands(Call call) {
        call.state()
                .ledger()
                .use()
                .forEach(
                        (command, count) ->
                                call.replyWords(
                                        Numeric.RPL_STATSCOMMANDS, command, Long.toString(count)));
    }

    /**
     * One's own link; for operators that of a user, or those of all. Lines and bytes are not
     * counted.
     */
    private static void links(Call call) {
        Optional<Session> asked =
                call.state().sessions().findNick(call.param(1)).filter(Session::registered);
        if (!call.may(Privilege.STATS)) {
            link(call, call.session());
        } else if (asked.isPresent()) {
            link(call, asked.get());
        } else {
            allLinks(call);
        }
    }

    private static void allLinks(Call call) {
        int shown = 0;
        for (Session session : call.state().sessions().byId().values()) {
            if (!session.registered() || session.isPseudoClient()) {
                continue;
            }
            if (shown++ == MAX_LINKS) {
                call.reply(Numeric.ERR_TOOMANYMATCHES, call.command(), call.param(0));
                return;
            }
            link(call, session);
        }
    }

    private static void link(Call call, Session session) {
        String name =
                session.nick() + "[" + session.profile().username() + "@" + session.host() + "]";
        long open = call.timeNanos() - session.birth().timeNanos();
        call.replyWords(
                Numeric.RPL_STATSLINKINFO,
                name,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                Long.toString(TimeText.seconds(open)));
    }

    private static void operators(Call call) {
        if (call.lacks(Privilege.STATS)) {
            return;
        }
        for (IrcAccounts.Operator operator : call.config().irc().operators()) {
            String of = operator.operatorClass();
            List<String> words = List.of("O", "*@*", "*", operator.name(), of.isEmpty() ? "*" : of);
            call.replyWords(Numeric.RPL_STATSOLINE, words.toArray(String[]::new));
        }
    }

    private static void bans(Call call) {
        if (call.may(Privilege.GLINE) || !call.lacks(Privilege.STATS)) {
            BanList.answer(call);
        }
    }

    /** What operators did, newest last. */
    private static void actions(Call call) {
        if (call.lacks(Privilege.STATS)) {
            return;
        }
        for (Ledger.Action action : call.state().ledger().actions().values()) {
            String who = action.nick() + " (" + action.account() + ") ";
            String text = TimeText.utc(action.timeNanos()) + " " + who + action.text();
            call.replyLong(Numeric.RPL_STATSDEBUG, text, "a");
        }
    }
}
