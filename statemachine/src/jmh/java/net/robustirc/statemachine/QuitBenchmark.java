package net.robustirc.statemachine;

import java.util.concurrent.TimeUnit;
import net.robustirc.statemachine.command.LineDispatcher;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.state.NetworkState;
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
 * The QUIT of a user on three channels, in a network of few or of many channels. Each call begins
 * with the same state, which is immutable, so that the network does not run out of users.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class QuitBenchmark {
    private static final int SESSIONS = 10_000;
    private static final long STEP_NANOS = 100_000;

    /** One user more is on each, and keeps it alive. */
    @Param({"10", "10000"})
    public int channels;

    private final LineDispatcher dispatcher = LineDispatcher.standard();
    private NetworkState root;
    private Entry[] quits;
    private long now;
    private int next;

    @Setup
    public void network() {
        Scene scene = new Scene(STEP_NANOS).users(SESSIONS);
        for (int i = 0; i < channels; i++) {
            scene.post(i % SESSIONS, "JOIN #channel-" + i);
        }
        quits = new Entry[100];
        for (int i = 0; i < quits.length; i++) {
            int user = SESSIONS - 1 - i;
            int first = i % (channels - 2);
            for (int channel = first; channel < first + 3; channel++) {
                scene.post(user, "JOIN #channel-" + channel);
            }
            Command quit = scene.line(user, "QUIT :that is all");
            quits[i] = scene.entry(quit);
        }
        root = scene.root();
        now = scene.now();
    }

    @Benchmark
    public Applied quit() {
        next = (next + 1) % quits.length;
        return new IrcStateMachine(root, dispatcher).apply(now, quits[next]);
    }
}
