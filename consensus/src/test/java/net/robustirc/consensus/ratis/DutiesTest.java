package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.robustirc.consensus.codec.StampedBatch;
import net.robustirc.consensus.output.OutputLimits;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.statemachine.IrcStateMachine;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutiesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    @TempDir private Path directory;
    private final AtomicInteger ticks = new AtomicInteger();
    private Replica replica;
    private long sequence;

    private synchronized Outcome apply(long nanos, Command command) {
        Entry entry = new Entry(1, new SubmissionId(1, ++sequence), Long.MAX_VALUE, command);
        return replica.apply(new StampedBatch(nanos, List.of(entry))).get(0);
    }

    private CompletableFuture<Outcome> submit(Command command) {
        ticks.incrementAndGet();
        return CompletableFuture.completedFuture(apply(START + 10 * SECOND, command));
    }

    @Test
    void tick_moreExpiredThanOneEnds_isFollowedAtOnceByAsManyAsNeeded() throws Exception {
        SegmentedOutputLog output =
                SegmentedOutputLog.open(
                        directory.resolve("output"), new OutputLimits(500, 1000, 10, 0, 0));
        replica = new Replica(new IrcStateMachine("irc.example"), output, Runnable::run);
        NetworkConfig config =
                NetworkConfig.DEFAULT.with(Limits.DEFAULT.withSessionExpiration(5 * SECOND));
        apply(START, new Command.ConfigChange(0, config, ""));
        for (int i = 0; i < 350; i++) {
            apply(START, TestingChat.createSession("token" + i));
        }
        Member self = new Member("n1", "node1.example:443", "test", 1);
        Health health = new Health(code -> {});
        try (Threads threads = Threads.start("n1")) {
            new Duties(self, replica, health, () -> true, this::submit).tick(threads);
            await().atMost(Duration.ofSeconds(5)).until(() -> replica.view().sessionCount() == 0);
            assertThat(ticks).hasValue(4);
        }
    }
}
