package net.robustirc.statemachine.command;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.irc.Numeric;

/** The commands of services links, and the check of their preconditions. */
final class LinkTable {
    private final SortedMap<String, LinkCommand> commands = new TreeMap<>();

    LinkTable() {
        for (LinkCommand command :
                List.of(
                        new LinkInvite(),
                        new LinkJoin(),
                        new LinkKick(),
                        new LinkKill(),
                        new LinkMode(),
                        new LinkNick(),
                        new LinkPart(),
                        new LinkPing(),
                        new LinkPong(),
                        new LinkQuit(),
                        new LinkText("NOTICE"),
                        new LinkText("PRIVMSG"),
                        new LinkTopic(),
                        new SvsHold(),
                        new SvsJoin(),
                        new SvsMode(),
                        new SvsNick(),
                        new SvsPart())) {
            commands.put(command.spec().name(), command);
        }
    }

    Collection<LinkCommand> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /** Runs a line of a link. */
    void run(Call call) {
        LinkCommand command = commands.get(call.command());
        if (command != null) {
            run(call.ofServices(), command);
        } else if (call.command().equals(ServerCommand.NAME) || call.command().equals("PASS")) {
            call.reply(Numeric.ERR_ALREADYREGISTERED);
        } else {
            call.reply(Numeric.ERR_UNKNOWNCOMMAND, call.command());
        }
    }

    private static void run(Call call, LinkCommand command) {
        boolean nobody = command.spec().prefix() && !ServerCommand.isName(call.actor());
        if (nobody || call.paramCount() < command.spec().minParams()) {
            Link.refuse(call, Numeric.ERR_NEEDMOREPARAMS, call.command());
        } else {
            command.run(call);
        }
    }
}
