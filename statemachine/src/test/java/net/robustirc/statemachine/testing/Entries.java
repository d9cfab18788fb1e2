package net.robustirc.statemachine.testing;

import java.util.Arrays;
import java.util.List;
import net.robustirc.statemachine.Applied;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.statemachine.output.OutputLine;

/** Makes entries for one machine and applies them at a time that the test moves. */
public final class Entries {
    public static final long SECOND = 1_000_000_000L;
    public static final long START = 1_420_229_018L * SECOND;

    private static final long VALID_NANOS = 20 * SECOND;

    private final IrcStateMachine machine;
    private long now;
    private long sequence;

    public Entries(IrcStateMachine machine) {
        this(machine, START);
    }

    /** Goes on at that time. */
    public Entries(IrcStateMachine machine, long now) {
        this.machine = machine;
        this.now = now;
    }

    public IrcStateMachine machine() {
        return machine;
    }

    public long now() {
        return now;
    }

    public void advance(long nanos) {
        now += nanos;
    }

    /** An entry with a submission id of its own, valid from now. */
    public Entry entry(Command command) {
        return new Entry(1, new SubmissionId(1, ++sequence), now + VALID_NANOS, command);
    }

    public Applied apply(Command command) {
        return apply(entry(command));
    }

    public Applied apply(Entry entry) {
        return machine.apply(now, entry);
    }

    public SessionId create(int number) {
        return new SessionId(apply(new Command.CreateSession(token(number))).outcome().id());
    }

    /** A new session that has registered with that nick. */
    public SessionId register(int number, String nick) {
        SessionId session = create(number);
        post(session, "NICK " + nick);
        post(session, "USER " + nick + " 0 * :" + nick);
        return session;
    }

    /** A new session that has become a services link of that name. */
    public SessionId link(int number, String server) {
        SessionId session = create(number);
        long revision = machine.view().configRevision();
        Credential right = new Credential(Credential.Kind.SERVICES, "", true, revision);
        apply(new Command.IrcLine(session, ++sequence, "PASS :*", "", List.of(right)));
        post(session, "SERVER " + server + " 1 :Services");
        return session;
    }

    /** Posts with a ClientMessageId of its own. */
    public Applied post(SessionId session, String line) {
        return apply(new Command.IrcLine(session, ++sequence, line, ""));
    }

    /** The texts of all lines that such a post sends. */
    public List<String> answers(SessionId session, String line) {
        return post(session, line).output().lines().stream().map(OutputLine::text).toList();
    }

    public Applied configure(NetworkConfig config) {
        return apply(new Command.ConfigChange(machine.view().configRevision(), config, "# posted"));
    }

    public static TokenHash token(int number) {
        byte[] bytes = new byte[TokenHash.BYTES];
        Arrays.fill(bytes, (byte) number);
        bytes[0] = (byte) (number >> 8);
        return new TokenHash(bytes);
    }
}
