package net.robustirc.statemachine.testing;

import java.util.Random;
import java.util.stream.Stream;
import net.robustirc.statemachine.command.Commands;

/** Seeded lines of users that make sense, nearly make sense, or are garbage. */
public final class RandomLines {
    private static final String[] NICKS = {"a", "B", "c[", "C{", "dd", "Serv", "9", "", "nick-x"};
    private static final String[] CHANNELS = {
        "#a", "#A", "#b[", "#B{", "#ü", "#", "a", "#:", "0", "@#a", "+#b["
    };
    private static final String[] TEXTS = {
        "",
        ":",
        ":hello world",
        "x",
        ":\uD83D",
        "a\r\nb",
        ":\0",
        ": ",
        "::",
        ":é€\uD83D\uDE00",
        ":\1PING\1"
    };
    private static final String[] MODES = {
        "+o", "-o", "+v", "+b", "-b", "b", "+e", "+I", "+k", "-k", "+l", "-l", "+imnst", "-imnst",
        "+zé", "+bbb", "+", "+i", "-i", "+ovk", "+C", "-C", "+N", "-N", "+BGw", "-BGw"
    };
    private static final String[] MASKS = {"*!*@*", "a", "b!*", "*@robust/*", "c{!x@y", "?", "5"};
    private static final String[] WHO = {"o", "%tcuihsnfdlaor,5", "%", "n%r,abc", "h", ">1", "C<5"};
    private static final String[] SERVICES = {
        "NickServ", "ChanServ", "Bot", "nickserv!s@s", "services.x", "n1", "", "9"
    };
    private static final String[] SERVICES_VERBS = {
        "NICK", "JOIN", "PART", "KICK", "KILL", "MODE", "PRIVMSG", "NOTICE", "INVITE", "TOPIC",
        "QUIT", "PING", "PONG", "SVSNICK", "SVSMODE", "SVSJOIN", "SVSPART", "SVSHOLD", "SERVER"
    };

    /** All commands there are, so that none can be forgotten, and what is none. */
    private static final String[] VERBS =
            Stream.concat(Commands.names().stream(), Stream.of("SVSNICK", "FOO", "", "@t", ":p"))
                    .toArray(String[]::new);

    private final Random random;
    private int newest;

    public RandomLines(Random random) {
        this.random = random;
    }

    /**
     * The next line.
     *
     * @param own number of the session that posts it
     * @param newest number of the newest session
     */
    public String line(int own, int newest) {
        this.newest = newest;
        return switch (random.nextInt(15)) {
            case 0 -> "NICK " + pick(NICKS) + random.nextInt(3);
            case 1 -> "USER u 0 * " + pick(TEXTS);
            case 2, 3 -> "JOIN " + pick(CHANNELS) + "," + pick(CHANNELS) + " " + pick(MASKS);
            case 4 -> "MODE " + target() + " " + pick(MODES) + " " + target() + " " + pick(MASKS);
            case 5 -> pick(VERBS) + " " + target() + " " + pick(TEXTS);
            case 6 -> pick(VERBS) + " " + target() + " " + target() + " " + pick(TEXTS);
            case 7 -> "PRIVMSG " + target() + "," + target() + " " + pick(TEXTS);
            case 8 -> pick(VERBS) + " " + pick(MASKS) + " " + pick(CHANNELS);
            case 9 -> "WHO " + target() + " " + pick(WHO) + " " + pick(TEXTS);
            case 10, 11 -> sensible("#o" + own, own);
            case 13 -> RandomNetworkLines.line(random, own, newest);
            case 12 -> random.nextBoolean() ? pick(VERBS) : "MODE n" + own;
            default -> garbage();
        };
    }

    /**
     * What services send: with a prefix and without, with parameters that fit and that do not.
     *
     * @param newest number of the newest session
     */
    public String services(int newest) {
        this.newest = newest;
        String from = random.nextInt(5) == 0 ? "" : ":" + pick(SERVICES) + " ";
        String nick = random.nextBoolean() ? target() : pick(SERVICES);
        String channel = random.nextInt(3) == 0 ? target() : pick(CHANNELS);
        return switch (random.nextInt(20)) {
            case 0, 1 -> "NICK " + pick(SERVICES) + " 1 1 s h services.x 0 " + pick(TEXTS);
            case 2, 3 -> from + "JOIN " + channel + ",#a";
            case 4 -> from + "PART " + channel;
            case 5 -> from + "MODE " + channel + " " + pick(MODES) + "r " + nick;
            case 6 -> from + "SVSNICK " + nick + " " + target();
            case 7 -> {
                String time = random.nextInt(90) + pick(new String[] {"", ".5", "m5", "x"});
                yield from + "SVSHOLD " + target() + " " + time + " " + pick(TEXTS);
            }
            case 8 -> from + "SVSMODE " + user() + " +rd " + target();
            case 9 -> from + "SVSMODE " + nick + " -r";
            case 10 -> from + "SVSJOIN " + nick + " " + channel;
            case 11 -> from + "SVSPART " + nick + " " + channel;
            case 12 -> from + "TOPIC " + channel + " " + nick + " 1" + target() + " " + pick(TEXTS);
            case 13 -> from + "TOPIC " + channel + " " + nick + " 14 :topic of services";
            case 14, 15 -> from + pick(SERVICES_VERBS) + " " + nick + " " + channel;
            case 16 -> from + pick(SERVICES_VERBS) + " " + channel + " " + nick + " " + pick(TEXTS);
            case 17 -> from + pick(SERVICES_VERBS);
            case 18 -> random.nextInt(6) == 0 ? from + pick(SERVICES_VERBS) + " x" : garbage();
            default -> from + "PRIVMSG " + channel + " " + pick(TEXTS);
        };
    }

    /** What users do, on a channel of their own and with each other. */
    private String sensible(String channel, int own) {
        String other = user();
        return switch (random.nextInt(20)) {
            case 18 -> "MODE #a +b n" + own;
            case 19 -> "NICK n" + own + "x";
            case 16 -> "STATS " + pick(new String[] {"u", "m", "l", "o", "a", "x"});
            case 17 -> operator(other);
            case 0 -> "INVITE " + other + " " + channel;
            case 1 -> "KNOCK #o" + other.substring(1) + " " + pick(TEXTS);
            case 2 -> "JOIN #o" + other.substring(1);
            case 3 -> "MODE " + channel + " +l " + (1 + random.nextInt(3));
            case 4 -> "MODE " + channel + " +i";
            case 5 -> "MODE " + channel + " +eI " + pick(MASKS) + " " + pick(MASKS);
            case 6 -> "MODE " + channel + " eI";
            case 7, 8 -> bans(channel);
            case 9 -> "MODE n" + own + " +" + pick(new String[] {"B", "G", "i", "w", "Bi"});
            case 10 -> random.nextBoolean() ? "AWAY" : "AWAY " + pick(TEXTS);
            case 11 -> "HELP " + pick(VERBS);
            case 12 -> "WHOIS " + other + "," + user() + "," + target();
            case 13 -> "PRIVMSG #a,#b[,#ü,a,b,c " + pick(TEXTS);
            case 14 -> "KICK " + channel + " " + other + "," + target() + " " + pick(TEXTS);
            default -> "TOPIC " + channel + " " + pick(TEXTS);
        };
    }

    /** What only IRC operators may. */
    private String operator(String other) {
        return switch (random.nextInt(9)) {
            case 7 -> "GLINE 5 " + pick(MASKS) + " " + pick(TEXTS);
            case 0 -> "KILL " + other + " " + pick(TEXTS);
            case 1 -> "KILL robustirc.net :x";
            case 2 -> "WALLOPS " + pick(TEXTS);
            case 3 -> "PRIVMSG $" + pick(MASKS) + " " + pick(TEXTS);
            case 4 -> "PRIVMSG $*" + pick(new String[] {" ", ".net ", ".n? "}) + pick(TEXTS);
            case 5 -> "MODE #o" + other.substring(1) + " " + pick(MODES) + " " + pick(MASKS);
            case 6 -> "REHASH";
            default -> "OPER op" + random.nextInt(4) + " *";
        };
    }

    /** Twenty bans that are hardly ever the same. */
    public String bans(String channel) {
        StringBuilder masks = new StringBuilder("MODE " + channel + " +" + "b".repeat(20));
        for (int i = 0; i < 20; i++) {
            masks.append(" m").append(random.nextInt(100_000));
        }
        return masks.toString();
    }

    private String target() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> pick(CHANNELS);
            case 2 -> pick(NICKS) + random.nextInt(3);
            default -> user();
        };
    }

    /** One of the newest users. */
    private String user() {
        return "n" + (newest - random.nextInt(12));
    }

    /** What may stand at the end of a line. */
    public String text() {
        return pick(TEXTS);
    }

    private String garbage() {
        StringBuilder line = new StringBuilder(random.nextBoolean() ? pick(VERBS) : "");
        for (int i = random.nextInt(600); i > 0; i--) {
            line.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : ' ' + i % 95));
        }
        return line.toString();
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
