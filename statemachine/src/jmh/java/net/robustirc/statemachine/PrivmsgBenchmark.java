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
 * A line to a channel of ten, in a network of few or of many sessions. In both 500 speak, to each
 * other, for what is asked is what the others cost who only are there; all of them speak with
 * {@code -p speakers=50000}, which adds what it costs to fetch their state from memory. Huge pages
 * as a node of localnet has them: without, the addresses of so many pages are looked up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 4,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages"})
public class PrivmsgBenchmark {
    private static final int MEMBERS = 10;
    private static final long STEP_NANOS = 100_000;

    @Param({"500", "50000"})
    public int sessions;

    @Param({"500"})
    public int speakers;

    private final SplittableRandom random = new SplittableRandom(1);
    private Command.IrcLine[] says;
    private Scene scene;

    @Setup
    public void network() {
        scene = new Scene(STEP_NANOS).users(sessions);
        says = new Command.IrcLine[speakers];
        int every = sessions / speakers;
        for (int user = 0; user < sessions; user++) {
            scene.post(user, "JOIN #channel-" + user / MEMBERS);
        }
        for (int i = 0; i < speakers; i++) {
            int user = i / MEMBERS * MEMBERS * every + i % MEMBERS;
            String channel = "#channel-" + user / MEMBERS;
            says[i] = scene.line(user, "PRIVMSG " + channel + " :something, about so long");
        }
    }

    @Benchmark
    public Applied privmsg() {
        return scene.again(says[random.nextInt(speakers)]);
    }
}
