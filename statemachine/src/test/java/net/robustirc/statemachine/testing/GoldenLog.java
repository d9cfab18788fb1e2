package net.robustirc.statemachine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;

/**
 * The log {@code src/test/resources/golden/log.txt}, replayed. Each line is an entry; the words are
 *
 * <pre>
 * +SECONDS create NAME                  a session
 * +SECONDS post NAME ADDRESS LINE       with {NAME} and escapes as in transcripts
 * +SECONDS delete NAME TEXT
 * +SECONDS lose NAME TEXT               the same by a node
 * +SECONDS config KEY=VALUE ...         as in transcripts, under the next revision
 * +SECONDS member PEER ADDRESS VERSION LEVEL
 * +SECONDS tick
 * +SECONDS ticks NUMBER                 so many, each so long after the one before
 * +SECONDS credential KIND ACCOUNT accepted   found of the secrets of the next post; - is no account
 * +SECONDS copy                         the entry before, once more
 * </pre>
 *
 * A time may step back ({@code -SECONDS}). {@code late} (nobody may apply it any more) or {@code
 * level2} may stand before the second word.
 */
public final class GoldenLog {
    private static final String FILE = "/golden/log.txt";
    private static final int RESTORE_EVERY = 25;
    private static final int LEVEL = 1;

    private final Machines machines = new Machines(TranscriptRun.NETWORK);
    private final Map<String, SessionId> sessions = new TreeMap<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long now = Entries.START;
    private Entry last;

    /** Replays it all. */
    public static GoldenLog replayed() {
        GoldenLog log = new GoldenLog();
        for (String line : read(FILE).split("\n")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                log.run(line);
            }
        }
        log.machines.restore();
        return log;
    }

    /** Prints the digests: what another JDK is asked for. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(replayed().digests());
    }

    /** A text file of the class path. */
    public static String read(String resource) {
        try (InputStream in = GoldenLog.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every command that was applied or refused. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    /** All results, readable: where two of them differ, a diff shows the entry. */
    public String text() {
        return text.toString();
    }

    /** Number of entries, SHA-256 of all results and of the state that is left. */
    public String digests() {
        byte[] image =
                ImageBytes.of(machines.view().image()).dump().getBytes(StandardCharsets.UTF_8);
        byte[] results = text.toString().getBytes(StandardCharsets.UTF_8);
        return String.format(
                "entries %d\noutput %s\nstate %s\n",
                commands.size(),
                HexFormat.of().formatHex(sha256().digest(results)),
                HexFormat.of().formatHex(sha256().digest(image)));
    }

    private void run(String line) {
        try {
            String[] words = line.split(" +", 3);
            now += new BigDecimal(words[0]).movePointRight(9).longValueExact();
            String rest = words.length > 2 ? words[2] : "";
            if (words[1].equals("late") || words[1].equals("level2")) {
                String[] marked = rest.split(" +", 2);
                run(words[1], marked[0], marked.length > 1 ? marked[1] : "");
            } else {
                run("", words[1], rest);
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(FILE + ": " + line, e);
        }
    }

    private void run(String mark, String kind, String rest) {
        if (kind.equals("ticks")) {
            long step = now - machines.view().timeNanos();
            for (int i = Integer.parseInt(rest); i > 0; i--) {
                apply(entry(mark, new Command.Tick()));
                now += step;
            }
            return;
        }
        if (kind.equals("credential")) {
            String[] words = rest.split(" ");
            credential(words[0], words[1], words[2]);
            return;
        }
        Entry entry = kind.equals("copy") ? last : entry(mark, command(kind, rest));
        Rendered result = apply(entry);
        if (kind.equals("create") && result.outcome().accepted()) {
            sessions.put(rest, new SessionId(result.outcome().id()));
        }
    }

    private Command command(String kind, String rest) {
        String[] words = rest.split(" ", 3);
        return switch (kind) {
            case "create" -> new Command.CreateSession(Entries.token(commands.size()));
            case "post" -> post(session(words[0]), fill(words[2]), words[1]);
            case "delete", "lose" ->
                    new Command.DeleteSession(
                            session(words[0]),
                            fill(rest.substring(words[0].length() + 1)),
                            kind.equals("lose"));
            case "stream" -> new Command.AddressSeen(session(words[0]), words[1]);
            case "config" -> {
                long revision = machines.view().configRevision();
                NetworkConfig config = new TranscriptConfig(Transcript.settings(rest)).build();
                yield new Command.ConfigChange(revision, config, "# " + rest);
            }
            case "member" -> {
                String[] versionAndLevel = words[2].split(" ");
                int level = Integer.parseInt(versionAndLevel[1]);
                yield new Command.AnnounceMember(
                        new Member(words[0], words[1], versionAndLevel[0], level));
            }
            case "tick" -> new Command.Tick();
            default -> throw new IllegalArgumentException("not understood: " + kind);
        };
    }

    private Command post(SessionId session, String line, String address) {
        List<Credential> found = List.copyOf(credentials);
        credentials.clear();
        return new Command.IrcLine(session, commands.size() + 1L, line, address, found);
    }

    private void credential(String kind, String account, String verdict) {
        credentials.add(
                new Credential(
                        Credential.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        account.equals("-") ? "" : account,
                        verdict.equals("accepted"),
                        machines.view().configRevision()));
    }

    /** One that was never created is asked for by a name that is unknown. */
    private SessionId session(String name) {
        return sessions.getOrDefault(name, new SessionId(1));
    }

    private String fill(String line) {
        String filled = Transcript.unescape(line);
        for (Map.Entry<String, SessionId> session : sessions.entrySet()) {
            filled = filled.replace("{" + session.getKey() + "}", session.getValue().toString());
        }
        return filled;
    }

    private Entry entry(String mark, Command command) {
        long until = now + (mark.equals("late") ? -1 : 20) * Entries.SECOND;
        int level = mark.equals("level2") ? LEVEL + 1 : LEVEL;
        return new Entry(level, new SubmissionId(1, commands.size() + 1L), until, command);
    }

    private Rendered apply(Entry entry) {
        last = entry;
        Rendered result = machines.apply(now, entry);
        result.lines().forEach(LegalLines::check);
        commands.add(entry.command());
        text.append(now).append(' ').append(result.outcome()).append('\n');
        text.append(result.id()).append(' ').append(result.idleNanos()).append('\n');
        result.lines().forEach(line -> text.append(line).append('\n'));
        result.ended().forEach(ended -> text.append("ended ").append(ended).append('\n'));
        if (commands.size() % RESTORE_EVERY == 0) {
            machines.restore();
        }
        return result;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
