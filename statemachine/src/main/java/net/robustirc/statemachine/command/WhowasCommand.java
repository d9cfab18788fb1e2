package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.state.History;

/** WHOWAS: who had a nick before. RFC 2812 3.6.3. */
final class WhowasCommand implements IrcCommand {
    /** Nicks of one command; announced as TARGMAX, and those beyond it are ignored. */
    static final int MAX_NICKS = 4;

    /** Answers for one nick, newest first. */
    private static final int MAX_ANSWERS = 20;

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("WHOWAS", 0);
    }

    /** {@code WHOWAS nick{,nick} [count [server]]}; a count that is not positive means all. */
    @Override
    public void run(Call call) {
        if (!Here.asked(call, 2)) {
            return;
        }
        List<String> nicks = call.targets(0);
        int count = Words.number(call.param(1));
        int most = count > 0 ? Math.min(count, MAX_ANSWERS) : MAX_ANSWERS;
        if (nicks.isEmpty()) {
            call.reply(Numeric.ERR_NONICKNAMEGIVEN);
        }
        nicks.stream().limit(MAX_NICKS).forEach(nick -> answer(call, nick, most));
    }

    private static void answer(Call call, String typed, int most) {
        Optional<Nick> nick = Nick.parse(typed);
        List<History.Former> found =
                nick.map(name -> call.state().history().find(name, most)).orElse(List.of());
        if (found.isEmpty()) {
            call.reply(Numeric.ERR_WASNOSUCHNICK, typed);
        }
        found.forEach(former -> lines(call, former));
        call.reply(Numeric.RPL_ENDOFWHOWAS, typed);
    }

    private static void lines(Call call, History.Former former) {
        String nick = former.nick().toString();
        call.replyText(
                Numeric.RPL_WHOWASUSER,
                former.realName(),
                nick,
                former.username(),
                former.host(),
                "*");
        String time = TimeText.utc(former.timeNanos());
        call.replyText(Numeric.RPL_WHOISSERVER, time, nick, call.state().name());
    }
}
