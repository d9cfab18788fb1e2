package net.robustirc.statemachine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.config.NetworkConfig.Admin;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.testing.Entries;
import net.robustirc.statemachine.testing.LegalLines;
import net.robustirc.statemachine.testing.Machines;
import net.robustirc.statemachine.testing.RandomLines;
import net.robustirc.statemachine.testing.RandomNetworkLines;
import net.robustirc.statemachine.testing.Rendered;
import org.junit.jupiter.api.AfterAll;
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
    private static final String NETWORK = "robustirc.net";

    /** Numerics that need more users, or more lines, than a script has. */
    private static final List<Numeric> OUT_OF_REACH =
            List.of(Numeric.ERR_TOOMANYMATCHES, Numeric.RPL_TRYAGAIN);

    private static final SortedSet<String> SEEN = new TreeSet<>();

    private final List<SessionId> sessions = new ArrayList<>();
    private final List<SessionId> links = new ArrayList<>();
    private final Machines machines = new Machines(NETWORK);
    private final Deque<Command> pending = new ArrayDeque<>();
    private Random random = new Random(0);
    private RandomLines lines = new RandomLines(random);
    private long now = Entries.START;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SCRIPTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyScript_sameOnEveryMachine(long seed) {
        random = new Random(seed);
        lines = new RandomLines(random);
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

    /** The scripts are worth their time only if they get everywhere. */
    @AfterAll
    static void scripts_reachEveryNumeric() {
        List<String> missing =
                Arrays.stream(Numeric.values())
                        .filter(numeric -> !OUT_OF_REACH.contains(numeric))
                        .filter(numeric -> !SEEN.contains(numeric.code()))
                        .map(Numeric::toString)
                        .toList();
        if (SCRIPTS >= 200 && !missing.isEmpty()) {
            throw new AssertionError("no script reached " + missing);
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

    private static void isLegal(Rendered.Line line) {
        LegalLines.check(line);
        IrcMessage message = IrcMessage.parse(line.text());
        if (message.prefix().equals(NETWORK)) {
            SEEN.add(message.command());
        }
    }

    /** Most sessions register and join at once, so that the rest of the script has users. */
    private void created(SessionId session) {
        if (sessions.contains(session)) {
            return;
        }
        sessions.add(session);
        if (random.nextInt(15) == 0) {
            link(session);
        } else if (random.nextInt(4) != 0) {
            post(
                    session,
                    "NICK n" + sessions.size(),
                    "USER u 0 * :r",
                    "JOIN #a,#b[,#ü,#o" + sessions.size());
        }
        String channel = "#o" + sessions.size();
        switch (random.nextInt(20)) {
            case 0 -> {
                for (int i = 0; i < 6; i++) {
                    post(session, lines.bans(channel));
                }
            }
            case 1 -> {
                SessionId other = sessions.get(index());
                post(session, "MODE " + channel + " +ir");
                post(other, "KNOCK " + channel + " :x", "KNOCK " + channel);
            }
            case 2 -> {
                post(session, "MODE " + channel + " +l 1");
                post(sessions.get(index()), "JOIN " + channel);
            }
            case 3 -> {
                pending.add(config());
                post(session, "OPER op2 *", "GLINE x :may not");
                post(session, "OPER op0 *", "KILL robustirc.net :x", "STATS a", "STATS o");
                post(session, "PRIVMSG $*.net :all", "PRIVMSG $*.n* :all", "LUSERS", "REHASH");
                post(session, "GLINE 10.0.0.0/33", "GLINE 9h x!y@z :out", "STATS g");
            }
            case 4 -> {
                SessionId other = sessions.get(index());
                post(other, "JOIN " + channel);
                post(session, "MODE " + channel + " +b *!*@*");
                post(other, "NICK m" + sessions.size());
            }
            case 5 -> {
                for (int i = 0; i < 12; i++) {
                    post(session, "NICK r" + sessions.size() + "-" + i);
                }
            }
            default -> {
                // Most do nothing of the kind.
            }
        }
    }

    /** A services link of one of two names, so that some give way to others. */
    private void link(SessionId session) {
        post(session, "PASS :services=*", "SERVER services" + random.nextInt(2) + ".x 1 :s");
        for (String name : List.of("NickServ", "ChanServ", "Bot")) {
            post(session, "NICK " + name + " 1 1 s h s 0 +iB :bot", ":" + name + " JOIN #a,#b[");
        }
        String newest = "n" + (sessions.size() - 1);
        post(session, "SVSMODE " + newest + " +rd account");
        post(sessions.get(index()), "WHOIS " + newest);
        links.add(session);
    }

    private void post(SessionId session, String... posted) {
        for (String line : posted) {
            String address = RandomNetworkLines.address(random, sessions.indexOf(session) + 1);
            pending.add(new Command.IrcLine(session, 0, line, address, List.of()));
        }
    }

    private Entry entry(Command command) {
        long until = now + (random.nextInt(50) - 2) * Entries.SECOND;
        SubmissionId submission = new SubmissionId(random.nextInt(3), random.nextInt(100_000));
        return new Entry(random.nextInt(200) == 0 ? 2 : 1, submission, until, command);
    }

    private Command command() {
        if (!pending.isEmpty() && random.nextInt(3) != 0) {
            return checked(pending.poll());
        }
        int kind = random.nextInt(100);
        if (kind < 3 || sessions.isEmpty()) {
            return new Command.CreateSession(Entries.token(random.nextInt(2_000)));
        }
        if (kind < 5) {
            return new Command.DeleteSession(
                    sessions.get(index()), lines.text(), random.nextBoolean());
        }
        if (kind < 7) {
            return new Command.Tick();
        }
        if (kind < 8) {
            int seen = index();
            return new Command.AddressSeen(
                    sessions.get(seen), RandomNetworkLines.address(random, seen + 1));
        }
        if (kind < 9) {
            return configOrMember();
        }
        if (random.nextInt(6) == 0 && !links.isEmpty()) {
            SessionId link = links.get(Math.max(0, links.size() - 1 - random.nextInt(3)));
            String line = lines.services(sessions.size());
            return new Command.IrcLine(link, random.nextInt(500) - 1, line, "");
        }
        int own = index();
        String line = lines.line(own + 1, sessions.size());
        return new Command.IrcLine(
                sessions.get(own),
                random.nextInt(500) - 1,
                line,
                RandomNetworkLines.address(random, own + 1),
                credentials(line));
    }

    private Command configOrMember() {
        if (random.nextBoolean()) {
            String peer = "n" + random.nextInt(4);
            return new Command.AnnounceMember(new Member(peer, peer + ":1", "v", 1));
        }
        return config();
    }

    private Command config() {
        NetworkConfig config =
                new NetworkConfig(
                        limits(),
                        new TreeMap<>(),
                        captcha(),
                        accounts(),
                        random.nextBoolean() ? "" : "Example-Net",
                        random.nextBoolean() ? "" : setting(),
                        random.nextBoolean() ? Admin.NONE : new Admin(setting(), "o", "@"),
                        banned(),
                        new TreeMap<>(),
                        new NetworkConfig.Cloak(setting(), random.nextBoolean()));
        return new Command.ConfigChange(machines.view().configRevision(), config, lines.text());
    }

    private NetworkConfig.Captcha captcha() {
        String secret = random.nextInt(4) == 0 ? setting() : "00ff";
        return new NetworkConfig.Captcha(setting(), secret, random.nextInt(6) == 0);
    }

    private SortedMap<String, String> banned() {
        SortedMap<String, String> banned = new TreeMap<>();
        if (random.nextInt(4) == 0) {
            banned.put(RandomNetworkLines.banned(random), setting());
        }
        return banned;
    }

    /** The log's format lets no half of a surrogate pair through. */
    private String setting() {
        return Utf8.wellFormed(lines.text());
    }

    private IrcAccounts accounts() {
        return new IrcAccounts(
                List.of(
                        new IrcAccounts.Operator("op0", "p", ""),
                        new IrcAccounts.Operator("op1", "p", "some"),
                        new IrcAccounts.Operator("op2", random.nextInt(9) == 0 ? "q" : "p", "no")),
                List.of(new IrcAccounts.OperatorClass("some", random.nextInt(512))),
                List.of());
    }

    /** The same with what the web application would have found by now. */
    private Command checked(Command command) {
        return command instanceof Command.IrcLine posted
                ? new Command.IrcLine(
                        posted.session(),
                        0,
                        posted.line(),
                        posted.remoteAddress(),
                        credentials(posted.line()))
                : command;
    }

    /** What the web application would have found of a line's password, mostly. */
    private List<Credential> credentials(String line) {
        long revision = machines.view().configRevision() - (random.nextInt(20) == 0 ? 1 : 0);
        if (line.startsWith("PASS :services=")) {
            boolean right = random.nextInt(8) != 0;
            return List.of(new Credential(Credential.Kind.SERVICES, "", right, revision));
        }
        boolean oper = line.startsWith("OPER op") && revision > 0;
        String account = oper ? line.substring(5, 8) : "";
        boolean known = oper && account.charAt(2) < '3' && random.nextInt(8) != 0;
        return oper
                ? List.of(new Credential(Credential.Kind.OPER, account, known, revision))
                : List.of();
    }

    private Limits limits() {
        return new Limits(
                (60 + random.nextInt(600)) * Entries.SECOND,
                0,
                random.nextInt(40),
                random.nextInt(6),
                3 + random.nextInt(200),
                20 + random.nextInt(100));
    }

    /** Mostly one of the newest, which are likely to exist. */
    private int index() {
        int newest = Math.min(sessions.size(), 12);
        return sessions.size() - 1 - random.nextInt(newest);
    }
}
