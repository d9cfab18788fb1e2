package net.robustirc.statemachine;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.robustirc.statemachine.entry.Command;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What users do: 500 sessions on 50 channels of ten; of 100 commands 90 say something to the
 * channel, 4 are JOIN or PART, 3 MODE or TOPIC, 2 NICK, 1 WHO or NAMES. Each gets all its work.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 8)
@Measurement(iterations = 3, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class MixBenchmark {
    private static final int SESSIONS = 500;
    private static final int MEMBERS = 10;
    private static final int TEXTS = 16;

    /**
     * Entry time from command to command: 5 us is what 200,000 a second make, so that 30 s of them
     * are kept against duplicates; 100 us is a network with 10,000 a second.
     */
    @Param({"5000", "100000"})
    public long stepNanos;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Command.IrcLine[][] says = new Command.IrcLine[SESSIONS][TEXTS];
    private final Command.IrcLine[] joins = new Command.IrcLine[SESSIONS];
    private final Command.IrcLine[] parts = new Command.IrcLine[SESSIONS];
    private final Command.IrcLine[] topics = new Command.IrcLine[SESSIONS];
    private final Command.IrcLine[] who = new Command.IrcLine[SESSIONS];
    private final Command.IrcLine[] names = new Command.IrcLine[SESSIONS];
    private final Command.IrcLine[][] nicks = new Command.IrcLine[SESSIONS][2];
    private final Command.IrcLine[][][] modes = new Command.IrcLine[SESSIONS][2][2];
    private final int[] nick = new int[SESSIONS];
    private final int[] voice = new int[SESSIONS];
    private Scene scene;
    private int absent;

    @Setup
    public void network() {
        scene = new Scene(stepNanos).users(SESSIONS);
        for (int user = 0; user < SESSIONS; user++) {
            lines(user, "#channel-" + user / MEMBERS);
            scene.apply(joins[user]);
        }
    }

    private void lines(int user, String channel) {
        for (int i = 0; i < TEXTS; i++) {
            String text = "line " + i + " of what people say to each other, about so long";
            says[user][i] = scene.line(user, "PRIVMSG " + channel + " :" + text);
        }
        joins[user] = scene.line(user, "JOIN " + channel);
        parts[user] = scene.line(user, "PART " + channel + " :back soon");
        topics[user] = scene.line(user, "TOPIC " + channel + " :what " + user + " thinks of");
        who[user] = scene.line(user, "WHO " + channel);
        names[user] = scene.line(user, "NAMES " + channel);
        int operator = user - user % MEMBERS;
        for (int variant = 0; variant < 2; variant++) {
            String name = (variant == 0 ? "n" : "m") + user;
            nicks[user][variant] = scene.line(user, "NICK " + name);
            for (int on = 0; on < 2; on++) {
                String mode = (on == 1 ? " +v " : " -v ") + name;
                modes[user][variant][on] = scene.line(operator, "MODE " + channel + mode);
            }
        }
    }

    @Benchmark
    public Applied command() {
        Applied applied = scene.again(next());
        if (applied.poison().isPresent()) {
            throw applied.poison().get();
        }
        return applied;
    }

    private Command.IrcLine next() {
        int kind = random.nextInt(100);
        int user = present(random.nextInt(SESSIONS));
        int operator = user - user % MEMBERS;
        if (kind < 90) {
            return says[user][random.nextInt(TEXTS)];
        } else if (kind < 94) {
            return joinOrPart(user);
        } else if (kind < 97) {
            if (random.nextBoolean()) {
                return topics[operator];
            }
            voice[user] ^= 1;
            return modes[user][nick[user]][voice[user]];
        } else if (kind < 99) {
            nick[user] ^= 1;
            return nicks[user][nick[user]];
        }
        return random.nextBoolean() ? who[user] : names[user];
    }

    /** Users leave and come back one after the other; operators stay. */
    private Command.IrcLine joinOrPart(int user) {
        if (absent > 0) {
            int back = absent;
            absent = 0;
            return joins[back];
        }
        absent = user % MEMBERS == 0 ? user + 1 : user;
        voice[absent] = 0;
        return parts[absent];
    }

    private int present(int user) {
        return user == absent ? user - user % MEMBERS : user;
    }
}
