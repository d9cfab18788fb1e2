package net.robustirc.statemachine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.testing.Entries;
import net.robustirc.statemachine.testing.Machines;
import net.robustirc.statemachine.testing.Rendered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded random entries, sense and garbage, on two machines and one that is restored at seeded
 * points: equal results, equal images, no exception (design D1, D12).
 */
class RandomScriptTest {
    /** {@code -Drobustirc.scripts=2000 -Drobustirc.entries=10000} makes it a long run. */
    private static final int SCRIPTS = Integer.getInteger("robustirc.scripts", 200);

    private static final int ENTRIES = Integer.getInteger("robustirc.entries", 1_000);
    private static final int RESTORES = 20;
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
    private static final String[] VERBS = {
        "JOIN",
        "PART",
        "PRIVMSG",
        "NOTICE",
        "TOPIC",
        "NAMES",
        "WHO",
        "WHOIS",
        "LIST",
        "MODE",
        "KICK",
        "INVITE",
        "AWAY",
        "NICK",
        "USER",
        "PASS",
        "PING",
        "PONG",
        "CAP",
        "ISON",
        "USERHOST",
        "LUSERS",
        "MOTD",
        "QUIT",
        "ADMIN",
        "HELP",
        "INFO",
        "LINKS",
        "KNOCK",
        "SETNAME",
        "TIME",
        "VERSION",
        "WHOWAS",
        "WALLOPS",
        "FOO",
        "",
        "@t",
        ":p"
    };

    private final List<SessionId> sessions = new ArrayList<>();
    private final Machines machines = new Machines("robustirc.net");
    private final Deque<Command> pending = new ArrayDeque<>();
    private Random random = new Random(0);
    private long now = Entries.START;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SCRIPTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyScript_sameOnEveryMachine(long seed) {
        random = new Random(seed);
        SortedSet<Integer> restores = new TreeSet<>();
        while (restores.size() < RESTORES) {
            restores.add(random.nextInt(ENTRIES));
        }
        Entry last = entry(new Command.Tick());
        for (int i = 0; i < ENTRIES; i++) {
            now += (random.nextInt(200) == 0 ? -30 : random.nextInt(3)) * Entries.SECOND;
            Entry entry = random.nextInt(20) == 0 ? last : entry(command());
            last = entry;
            apply(seed, i, entry, restores.contains(i) || i == ENTRIES - 1);
        }
    }

    private void apply(long seed, int index, Entry entry, boolean restore) {
        try {
            Rendered result = machines.apply(now, entry);
            result.lines().forEach(RandomScriptTest::isLegal);
            if (entry.command() instanceof Command.CreateSession && result.outcome().accepted()) {
                created(new SessionId(result.outcome().id()));
            }
            if (restore) {
                machines.restore();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", entry " + index + ": " + entry, e);
        }
    }

    /** RFC 2812 2.3: at most 512 bytes with CR LF, and no CR, LF or NUL before them. */
    private static void isLegal(Rendered.Line line) {
        String text = line.text();
        boolean legal =
                Utf8.fits(text, LineBuilder.MAX_BYTES)
                        && text.equals(Utf8.wellFormed(text))
                        && text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0)
                        && !line.recipients().isEmpty();
        if (!legal) {
            throw new AssertionError("not a legal line: " + line);
        }
    }

    /** Most sessions register and join at once, so that the rest of the script has users. */
    private void created(SessionId session) {
        if (sessions.contains(session)) {
            return;
        }
        sessions.add(session);
        if (random.nextInt(4) != 0) {
            lines(session, "NICK n" + sessions.size(), "USER u 0 * :r", "JOIN #a,#b[,#ü");
        }
    }

    private void lines(SessionId session, String... lines) {
        for (String line : lines) {
            pending.add(new Command.IrcLine(session, 0, line, ""));
        }
    }

    private Entry entry(Command command) {
        long until = now + (random.nextInt(50) - 2) * Entries.SECOND;
        SubmissionId submission = new SubmissionId(random.nextInt(3), random.nextInt(100_000));
        return new Entry(random.nextInt(200) == 0 ? 2 : 1, submission, until, command);
    }

    private Command command() {
        if (!pending.isEmpty() && random.nextInt(3) != 0) {
            return pending.poll();
        }
        int kind = random.nextInt(100);
        if (kind < 3 || sessions.isEmpty()) {
            return new Command.CreateSession(Entries.token(random.nextInt(2_000)));
        }
        if (kind < 5) {
            return new Command.DeleteSession(session(), pick(TEXTS));
        }
        if (kind < 8) {
            return new Command.Tick();
        }
        if (kind < 9) {
            return configOrMember();
        }
        return new Command.IrcLine(session(), random.nextInt(500) - 1, line(), "");
    }

    private Command configOrMember() {
        if (random.nextBoolean()) {
            String peer = "n" + random.nextInt(4);
            return new Command.AnnounceMember(new Member(peer, peer + ":1", "v", 1));
        }
        NetworkConfig config =
                new NetworkConfig(
                        (60 + random.nextInt(600)) * Entries.SECOND,
                        0,
                        random.nextInt(40),
                        random.nextInt(6),
                        new TreeMap<>());
        return new Command.ConfigChange(machines.view().configRevision(), config, pick(TEXTS));
    }

    /** Mostly one of the newest, which are likely to exist. */
    private SessionId session() {
        int newest = Math.min(sessions.size(), 12);
        return sessions.get(sessions.size() - 1 - random.nextInt(newest));
    }

    private String line() {
        return switch (random.nextInt(11)) {
            case 0 -> "NICK " + pick(NICKS) + random.nextInt(3);
            case 1 -> "USER u 0 * " + pick(TEXTS);
            case 2, 3 -> "JOIN " + pick(CHANNELS) + "," + pick(CHANNELS) + " " + pick(MASKS);
            case 4 -> "MODE " + target() + " " + pick(MODES) + " " + target() + " " + pick(MASKS);
            case 5 -> pick(VERBS) + " " + target() + " " + pick(TEXTS);
            case 6 -> pick(VERBS) + " " + target() + " " + target() + " " + pick(TEXTS);
            case 7 -> "PRIVMSG " + target() + "," + target() + " " + pick(TEXTS);
            case 8 -> pick(VERBS) + " " + pick(MASKS) + " " + pick(CHANNELS);
            case 9 -> "WHO " + target() + " " + pick(WHO) + " " + pick(TEXTS);
            default -> garbage();
        };
    }

    private String target() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> pick(CHANNELS);
            case 2 -> pick(NICKS) + random.nextInt(3);
            default -> "n" + (sessions.size() - random.nextInt(12));
        };
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
