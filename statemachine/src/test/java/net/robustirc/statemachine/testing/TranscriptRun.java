package net.robustirc.statemachine.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;

/**
 * Runs a transcript in process: each line that it does not list fails, and each that is missing.
 */
public final class TranscriptRun {
    /** Name of the network in all transcripts. */
    public static final String NETWORK = "robustirc.net";

    private static final Instant START = Instant.parse("2015-01-02T20:03:38Z");
    private static final long SECOND = 1_000_000_000L;
    private static final long VALID_NANOS = 20 * SECOND;

    private final Machines machines = new Machines(NETWORK);
    private final Map<String, SessionId> sessions = new TreeMap<>();
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();
    private final Deque<Rendered.Line> unread = new ArrayDeque<>();
    private final List<Credential> credentials = new ArrayList<>();
    private List<SessionId> ended = new ArrayList<>();
    private long now = START.getEpochSecond() * SECOND;
    private long sequence;

    public void run(Transcript transcript) {
        for (Step step : transcript.steps()) {
            try {
                run(step);
            } catch (AssertionError e) {
                throw new AssertionError(
                        transcript.name() + ":" + step.number() + ": " + e.getMessage(), e);
            }
        }
        nothingUnread();
    }

    private void run(Step step) {
        if (step instanceof Step.Expect expect) {
            expect(expect);
            return;
        }
        if (step instanceof Step.Ended end) {
            equal(end.sessions(), ended.stream().map(id -> names.get(id.value())).toList());
            ended = List.of();
            return;
        }
        nothingUnread();
        if (step instanceof Step.Post post) {
            post(post.session(), post.line());
        } else if (step instanceof Step.Register register) {
            register(register);
        } else if (step instanceof Step.SetTime time) {
            now = time.time().getEpochSecond() * SECOND;
        } else if (step instanceof Step.MoveTime time) {
            now += time.by().toNanos();
        } else if (step instanceof Step.Tick) {
            apply(new Command.Tick());
        } else if (step instanceof Step.Delete delete) {
            apply(new Command.DeleteSession(sessions.get(delete.session()), delete.text()));
        } else if (step instanceof Step.Lose lose) {
            apply(new Command.DeleteSession(sessions.get(lose.session()), lose.text(), true));
        } else if (step instanceof Step.From from) {
            addresses.put(from.session(), from.address());
        } else if (step instanceof Step.Stream stream) {
            SessionId session = sessions.get(stream.session());
            apply(new Command.AddressSeen(session, addresses.get(stream.session())));
        } else if (step instanceof Step.Config config) {
            configure(config);
        } else if (step instanceof Step.Checked checked) {
            credentials.add(credential(checked));
        }
    }

    private Credential credential(Step.Checked checked) {
        Credential.Kind kind =
                switch (checked.kind()) {
                    case "oper" -> Credential.Kind.OPER;
                    case "services" -> Credential.Kind.SERVICES;
                    default -> throw new AssertionError("no credential is " + checked.kind());
                };
        long revision = machines.view().configRevision();
        return new Credential(kind, checked.account(), checked.accepted(), revision);
    }

    private void expect(Step.Expect expect) {
        String wanted = String.join(",", expect.recipients()) + " < " + fill(expect.line());
        equal(wanted, unread.isEmpty() ? "nothing" : describe(unread.poll()));
    }

    private void post(String name, String line) {
        SessionId session = sessions.get(name);
        if (session == null) {
            session = create(name);
        }
        String address = addresses.getOrDefault(name, "");
        List<Credential> found = List.copyOf(credentials);
        credentials.clear();
        apply(new Command.IrcLine(session, ++sequence, fill(line), address, found));
    }

    private SessionId create(String name) {
        byte[] token = new byte[TokenHash.BYTES];
        Arrays.fill(token, (byte) (sessions.size() + 1));
        apply(new Command.CreateSession(new TokenHash(token)));
        SessionId session = new SessionId(machines.view().lastId());
        sessions.put(name, session);
        names.put(session.value(), name);
        return session;
    }

    private void register(Step.Register register) {
        post(register.session(), "NICK " + register.session());
        post(register.session(), "USER " + register.username() + " 0 * :" + register.session());
        // What the others are told stands behind the newcomer's own lines.
        Rendered.Line line = unread.poll();
        while (line != null && !isEndOfWelcome(line.text())) {
            line = unread.poll();
        }
        if (line == null) {
            throw new AssertionError(register.session() + " was not registered");
        }
    }

    /** The message of the day ends it, or that there is none. */
    private static boolean isEndOfWelcome(String line) {
        return line.startsWith(":" + NETWORK + " 376 ") || line.startsWith(":" + NETWORK + " 422 ");
    }

    private void configure(Step.Config config) {
        NetworkConfig next = new TranscriptConfig(config.settings()).build();
        apply(new Command.ConfigChange(machines.view().configRevision(), next, ""));
    }

    private void apply(Command command) {
        SubmissionId submission = new SubmissionId(1, ++sequence);
        long until = Math.max(now, machines.view().timeNanos()) + VALID_NANOS;
        Rendered result = machines.apply(now, new Entry(1, submission, until, command));
        if (!result.outcome().accepted()) {
            throw new AssertionError("refused: " + result.outcome());
        }
        machines.restore();
        unread.addAll(result.lines());
        ended = result.ended();
    }

    private void nothingUnread() {
        if (!unread.isEmpty()) {
            throw new AssertionError("not listed: " + describe(unread.peek()));
        }
        equal(List.of(), ended);
    }

    private String describe(Rendered.Line line) {
        SortedSet<String> recipients = new TreeSet<>();
        line.recipients().forEach(id -> recipients.add(names.get(id)));
        return String.join(",", recipients) + " < " + line.text();
    }

    private String fill(String line) {
        String filled = line;
        for (Map.Entry<String, SessionId> session : sessions.entrySet()) {
            filled = filled.replace("{" + session.getKey() + "}", session.getValue().toString());
        }
        return filled;
    }

    private static void equal(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("\nexpected: " + expected + "\n but was: " + actual);
        }
    }
}
