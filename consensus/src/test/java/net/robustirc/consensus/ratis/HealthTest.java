package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final List<Integer> exits = new ArrayList<>();
    private final Health health = new Health(exits::add);

    @Test
    void node_isReady_onlyOnceItHasCaughtUp() {
        assertThat(health.notReady())
                .hasValueSatisfying(why -> assertThat(why).contains("caught up"));

        health.caughtUp();

        assertThat(health.notReady()).isEmpty();
        assertThat(health.stopping()).isFalse();
    }

    @Test
    void logThatCannotBeWritten_endsTheProcess_once() {
        health.caughtUp();

        health.logFailed(new IOException("No space left on device"));
        health.serverStopped();

        assertThat(health.notReady())
                .contains("this node cannot write its log: No space left on device");
        assertThat(exits).containsExactly(74);
    }

    @Test
    void serverThatStopsByItself_endsTheProcess() {
        health.serverStopped();

        assertThat(exits).containsExactly(70);
        assertThat(health.stopping()).isTrue();
    }

    @Test
    void serverThatWeStop_doesNot() {
        health.closing();

        health.serverStopped();

        assertThat(exits).isEmpty();
        assertThat(health.notReady()).contains("this node is shutting down");
    }

    @Test
    void lowDisk_handsOverAgainAndAgain_oneAtATime_andIsForgottenWhenThereIsSpaceAgain() {
        health.caughtUp();
        AtomicLong free = new AtomicLong(DiskWatch.LOW_BYTES);
        Deque<CompletableFuture<?>> handovers = new ArrayDeque<>();
        DiskWatch disk =
                new DiskWatch(
                        free::get,
                        health,
                        () -> true,
                        () -> {
                            handovers.add(new CompletableFuture<>());
                            return handovers.getLast();
                        },
                        () -> 1);
        disk.look();
        assertThat(health.notReady()).isEmpty();

        free.decrementAndGet();
        disk.look();
        disk.look();

        assertThat(health.notReady()).contains("the disk of this node is nearly full");
        assertThat(handovers).hasSize(1);
        handovers.getLast().complete(null);
        disk.look();
        assertThat(handovers).hasSize(2);
        handovers.getLast().complete(null);
        free.incrementAndGet();
        disk.look();
        assertThat(handovers).hasSize(2);
        assertThat(health.notReady()).isEmpty();
        assertThat(exits).isEmpty();
    }

    @Test
    void leadershipGivenToANodeWithALowDisk_staysForAWhile() {
        AtomicBoolean leads = new AtomicBoolean(true);
        AtomicLong now = new AtomicLong(Long.MAX_VALUE);
        AtomicLong handovers = new AtomicLong();
        DiskWatch disk =
                new DiskWatch(
                        () -> 0,
                        health,
                        leads::get,
                        () -> CompletableFuture.completedFuture(handovers.incrementAndGet()),
                        now::get);
        disk.look();
        assertThat(handovers).as("its own leadership goes at once").hasValue(1);
        leads.set(false);
        disk.look();
        long asked = handovers.get();

        leads.set(true);
        disk.look();
        now.addAndGet(DiskWatch.KEEP.toNanos() - 1);
        disk.look();
        assertThat(handovers).hasValue(asked);
        now.incrementAndGet();
        disk.look();
        disk.look();
        assertThat(handovers).hasValue(asked + 2);
    }

    @Test
    void fullDisk_preventsTheStart() throws IOException {
        DiskWatch.checkForStart(() -> 32L << 20);

        assertThatIOException()
                .isThrownBy(() -> DiskWatch.checkForStart(() -> 31L << 20))
                .withMessageContaining("31 MB");
    }
}
