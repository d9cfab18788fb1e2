package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What HELP says of each command. */
final class HelpTexts {
    private static final String SEPARATOR = " -- ";

    /** A command with its parameters, then what it does. */
    private static final String TEXTS =
            """
            ADMIN [<server>] -- Tells who runs the network.
            AWAY [:<text>] -- Says why you do not answer; without a text, that you are back.
            BOTSERV <text> -- Says something to BotServ.
            BS <text> -- The same as BOTSERV.
            CAP LS|LIST|REQ|END [:<capabilities>] -- Tells and chooses what your client can do.
            CHANSERV <text> -- Says something to ChanServ, which keeps registered channels.
            CS <text> -- The same as CHANSERV.
            GLINE [[<duration>] <mask, address, range or nick> [:<reason>]] -- Bans from the network, or lists the bans; for IRC operators. A mask is nick!user@host or user@host, a range 192.0.2.0/24; a nick stands for its address. A duration is 1d12h or minutes; without one the ban has no end.
            HELP [<command>] -- Explains a command, or lists them.
            HELPOP [<command>] -- The same as HELP.
            HOSTSERV <text> -- Says something to HostServ.
            HS <text> -- The same as HOSTSERV.
            INFO [<server>] -- Describes the server.
            INVITE <nick> <channel> -- Asks a user onto a channel that you are on, past its mode i.
            ISON <nick> {<nick>} -- Tells which of these nicks are here.
            JOIN <channel>{,<channel>} [<key>{,<key>}] -- Enters channels and creates those that do not exist. JOIN 0 leaves all.
            KICK <channel> <nick>{,<nick>} [:<reason>] -- Takes members off a channel that you are operator of.
            KILL <nick> :<reason> -- Ends a user's session; for IRC operators.
            KLINE [[<duration>] <mask, address, range or nick> [:<reason>]] -- The same as GLINE.
            KNOCK <channel> [:<text>] -- Asks the operators of an invite-only channel to invite you.
            LINKS [<mask>] -- Lists the servers of the network.
            LIST [<channel or filter>{,<channel or filter>}] -- Lists channels. Filters, ten at most: a mask, !<mask> for all others, >3 and <30 members, C>60 and C<60 minutes since it was created, T>60 and T<60 since its topic was set.
            LUSERS -- Tells how many users and channels there are.
            MEMOSERV <text> -- Says something to MemoServ, which keeps messages for registered users.
            MODE <channel> [<changes> {<parameter>}] -- Shows or changes a channel's modes: +o operator, +v voice, +b ban, +e exception, +I invite exception, +k key, +l limit, +C no CTCP, +N no change of nick, +i invite only, +m moderated, +n no messages from outside, +s secret, +t topic by operators only, +x captcha to join.
            MODE <nick> [<changes>] -- Shows or changes your own modes: +B bot, +G messages only from those who share a channel, +i invisible, +w hears WALLOPS, +x a host made of your address.
            MONITOR +|-|C|L|S [<nick>{,<nick>}] -- Tells you when nicks come and go: + adds some, - takes them off, C clears your list, L shows it, S tells who is here.
            MOTD [<server>] -- Shows the message of the day.
            MS <text> -- The same as MEMOSERV.
            NAMES <channel>{,<channel>} -- Tells who is on a channel.
            NICK <nick> -- Changes your nick: up to 31 letters, digits, - and [ ] \\ ` _ ^ { | }.
            NICKSERV <text> -- Says something to NickServ, which keeps registered nicks.
            NOTICE <target>{,<target>} :<text> -- As PRIVMSG, for programs: it is never answered.
            NS <text> -- The same as NICKSERV.
            OPERSERV <text> -- Says something to OperServ.
            OS <text> -- The same as OPERSERV.
            OPER <name> <password> -- Makes you an IRC operator.
            PART <channel>{,<channel>} [:<reason>] -- Leaves channels.
            PASS <password> -- Gives passwords while you connect: nickserv=<password>, oper=<name> <password>, captcha=<answer>, several with a colon between them; without a name it is for NickServ.
            PING <token> -- Is answered with PONG and the same token.
            PONG <token> -- Answers a PING.
            PRIVMSG <target>{,<target>} :<text> -- Says something to users and channels; @#channel and +#channel are its operators and its voiced members, and $<server> is everybody, for IRC operators.
            QUIT [:<reason>] -- Ends your session.
            REHASH -- Tells which configuration is in force; for IRC operators.
            SERVER <name> <hops> :<text> -- Links services; for programs that have given their password.
            SETNAME :<real name> -- Changes your real name.
            STATS [<letter> [<server or nick>]] -- Tells how the server does: u how long it has run, m which commands it got, l for how many seconds you have been here (an asterisk stands for what is not counted). For IRC operators also: o operator accounts, a what operators did, g bans from the network, l the first 200 users or the one named.
            TIME [<server>] -- Tells the time of the network.
            TOPIC <channel> [:<topic>] -- Shows, sets or clears a channel's topic.
            UNGLINE <mask, address or range> -- Lifts a ban that an operator has set; for IRC operators.
            UNKLINE <mask, address or range> -- The same as UNGLINE.
            USER <user> 0 * :<real name> -- Says who you are while you connect.
            USERHOST <nick> {<nick>} -- Tells user and host of up to five users.
            VERSION [<server>] -- Tells what runs here.
            WALLOPS :<text> -- Writes to all users with mode w; for IRC operators.
            WHO <channel or mask> [<flags>][%<fields>[,<token>]] -- Lists users. Flags: o for IRC operators only; n, u, h, s, r for a mask of nick, user, host, server, real name. Fields: tcuihsnfdlaor.
            WHOIS [<server>] <nick>{,<nick>} -- Tells what there is to know of users.
            WHOWAS <nick>{,<nick>} [<count>] -- Tells who had a nick before.
            """;

    private static final SortedMap<String, List<String>> BY_COMMAND = parse();

    private HelpTexts() {}

    private static SortedMap<String, List<String>> parse() {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        for (String line : Words.split(TEXTS, '\n')) {
            int end = line.indexOf(SEPARATOR);
            String syntax = line.substring(0, end);
            List<String> lines =
                    texts.computeIfAbsent(
                            Words.split(syntax, ' ').get(0), name -> new ArrayList<>(2));
            lines.add(syntax);
            lines.add(line.substring(end + SEPARATOR.length()));
        }
        return texts;
    }

    /** Lines that explain a command. */
    static Optional<List<String>> find(String command) {
        return Optional.ofNullable(BY_COMMAND.get(command));
    }

    /** All commands that are explained, in the order of their names. */
    static Collection<String> commands() {
        return Collections.unmodifiableCollection(BY_COMMAND.keySet());
    }
}
