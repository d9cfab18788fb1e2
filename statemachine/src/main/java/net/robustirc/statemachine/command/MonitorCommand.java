package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Monitors;
import net.robustirc.statemachine.state.Session;

/** MONITOR: watches nicks come and go. IRCv3, "Monitor". */
final class MonitorCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("MONITOR", 1);
    }

    /** Whoever ends watching is answered nothing. */
    @Override
    public boolean asks(Call call) {
        String modifier = call.param(0);
        return !modifier.equals("-") && !modifier.equals("C") && !modifier.equals("c");
    }

    /** One modifier, {@code + - C L S}; others are ignored, as the specification has no error. */
    @Override
    public void run(Call call) {
        switch (call.param(0)) {
            case "+" -> add(call);
            case "-" -> remove(call);
            case "C", "c" -> call.state().monitor(call.state().monitors().minus(call.sender()));
            case "L", "l" -> list(call);
            case "S", "s" -> tell(call, List.copyOf(mine(call)));
            default -> {
                // A letter that nobody knows.
            }
        }
    }

    private static Iterable<Nick> nicks(Call call) {
        List<Nick> nicks = new ArrayList<>();
        call.targets(1).forEach(typed -> Nick.parse(typed).ifPresent(nicks::add));
        return nicks;
    }

    private static Collection<Nick> mine(Call call) {
        return call.state().monitors().list(call.sender());
    }

    private static void add(Call call) {
        List<Nick> added = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        SessionId me = call.sender();
        Monitors monitors = call.state().monitors();
        for (Nick nick : nicks(call)) {
            if (monitors.list(me).contains(nick)) {
                continue;
            }
            if (monitors.list(me).size() >= Monitors.MAX) {
                refused.add(nick.toString());
            } else {
                monitors = monitors.plus(me, nick);
                added.add(nick);
            }
        }
        call.state().monitor(monitors);
        tell(call, added);
        refuse(call, refused);
    }

    private static void refuse(Call call, List<String> nicks) {
        String max = Integer.toString(Monitors.MAX);
        Numeric full = Numeric.ERR_MONLISTFULL;
        String rest = call.numeric(full, max).text(full.text()).build() + " ";
        for (String line : Words.lines(rest, nicks, ',')) {
            call.reply(full, max, line.substring(rest.length()));
        }
    }

    private static void remove(Call call) {
        Monitors monitors = call.state().monitors();
        for (Nick nick : nicks(call)) {
            monitors = monitors.minus(call.sender(), nick);
        }
        call.state().monitor(monitors);
    }

    private static void list(Call call) {
        List<String> nicks = mine(call).stream().map(Nick::toString).toList();
        call.replyList(Numeric.RPL_MONLIST, nicks);
        call.reply(Numeric.RPL_ENDOFMONLIST);
    }

    /** Who of them is here, with the prefix, and who is not. */
    private static void tell(Call call, List<Nick> nicks) {
        List<String> online = new ArrayList<>();
        List<String> offline = new ArrayList<>();
        for (Nick nick : nicks) {
            Optional<Session> user = call.state().holder(nick).filter(Session::registered);
            if (user.isPresent()) {
                online.add(user.get().prefix().toString());
            } else {
                offline.add(nick.toString());
            }
        }
        call.replyList(Numeric.RPL_MONONLINE, online);
        call.replyList(Numeric.RPL_MONOFFLINE, offline);
    }
}
