package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;

/**
 * NICKSERV, NS and so on: PRIVMSG to that pseudo-client, and to nobody else, for passwords are sent
 * this way. irc-commands.md 4.
 */
final class ServiceAlias implements IrcCommand {
    private final String name;
    private final String target;

    private ServiceAlias(String name, String target) {
        this.name = name;
        this.target = target;
    }

    /** All twelve. */
    static List<IrcCommand> all() {
        return List.of(
                new ServiceAlias("BOTSERV", "BotServ"),
                new ServiceAlias("BS", "BotServ"),
                new ServiceAlias("CHANSERV", "ChanServ"),
                new ServiceAlias("CS", "ChanServ"),
                new ServiceAlias("HOSTSERV", "HostServ"),
                new ServiceAlias("HS", "HostServ"),
                new ServiceAlias("MEMOSERV", "MemoServ"),
                new ServiceAlias("MS", "MemoServ"),
                new ServiceAlias("NICKSERV", "NickServ"),
                new ServiceAlias("NS", "NickServ"),
                new ServiceAlias("OPERSERV", "OperServ"),
                new ServiceAlias("OS", "OperServ"));
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered(name, 0);
    }

    @Override
    public void run(Call call) {
        String text = String.join(" ", call.paramsFrom(0));
        if (text.isEmpty()) {
            call.reply(Numeric.ERR_NOTEXTTOSEND);
        } else if (!say(call, target, text)) {
            call.reply(Numeric.ERR_NOSUCHNICK, target);
        }
    }

    /** Says something to a pseudo-client of services; false if there is none of that name. */
    static boolean say(Call call, String target, String text) {
        Optional<Session> client =
                call.state().sessions().findNick(target).filter(Session::isPseudoClient);
        client.ifPresent(
                found ->
                        call.send(
                                found.id(),
                                call.says(PrivmsgCommand.NAME)
                                        .word(found.nick().toString())
                                        .text(text)));
        return client.isPresent();
    }
}
