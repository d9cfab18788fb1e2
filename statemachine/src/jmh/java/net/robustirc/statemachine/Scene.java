package net.robustirc.statemachine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.statemachine.state.NetworkState;

/** A network with users on channels, whose time moves by one step from command to command. */
final class Scene {
    private static final long START = 1_420_229_018_000_000_000L;
    private static final long VALID_NANOS = 20_000_000_000L;

    private final IrcStateMachine machine = new IrcStateMachine("robustirc.net");
    private final List<SessionId> sessions = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(2);
    private final long stepNanos;
    private long now = START;
    private long sequence;

    Scene(long stepNanos) {
        this.stepNanos = stepNanos;
    }

    /** Users with the nicks n0, n1, ...; none is on a channel. */
    Scene users(int number) {
        for (int i = 0; i < number; i++) {
            byte[] token = new byte[TokenHash.BYTES];
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                token[shift / Byte.SIZE] = (byte) (i >>> shift);
            }
            Applied created = apply(new Command.CreateSession(new TokenHash(token)));
            sessions.add(new SessionId(created.outcome().id()));
            post(i, "NICK n" + i);
            post(i, "USER user" + i + " 0 * :User number " + i);
        }
        return this;
    }

    SessionId session(int user) {
        return sessions.get(user);
    }

    /** A line with an id as clients make them up; one that is applied again needs another. */
    Command.IrcLine line(int user, String text) {
        return new Command.IrcLine(session(user), random.nextLong() | 1, text, "192.0.2.1");
    }

    /** The same line said once more, by its id. */
    Applied again(Command.IrcLine line) {
        return apply(
                new Command.IrcLine(
                        line.session(), random.nextLong() | 1, line.line(), line.remoteAddress()));
    }

    Applied post(int user, String text) {
        return apply(line(user, text));
    }

    /** Applies it as an entry of its own. */
    Applied apply(Command command) {
        return machine.apply(now, entry(command));
    }

    Entry entry(Command command) {
        now += stepNanos;
        return new Entry(1, new SubmissionId(1, ++sequence), now + VALID_NANOS, command);
    }

    long now() {
        return now;
    }

    NetworkState root() {
        return ((RootView) machine.view()).root();
    }
}
