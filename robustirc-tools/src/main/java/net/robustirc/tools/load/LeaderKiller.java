package net.robustirc.tools.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.robustirc.tools.ToolException;

/** Kills the leader of a localnet under load and watches how long posts stand still. */
final class LeaderKiller {
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(90);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final long POLL_MILLIS = 2;
    private static final long BACK_POLL_MILLIS = 200;

    private final Nodes nodes;
    private final List<Poster> posters;
    private long lastKillAt;

    /**
     * One kill. Times in milliseconds since it.
     *
     * @param node number from 1
     * @param firstPost until a line that was begun after the kill was acknowledged
     * @param allPosters until every poster had such a line
     * @param nodeBack until the killed node, started again, was ready
     */
    record Kill(int node, long firstPost, long allPosters, long nodeBack) {}

    LeaderKiller(Nodes nodes, List<Poster> posters) {
        this.nodes = nodes;
        this.posters = List.copyOf(posters);
    }

    /** Returns when the killed node is back and things have calmed down. */
    Kill kill() throws InterruptedException {
        int leader =
                nodes.leader().orElseThrow(() -> new ToolException("No leader was found to kill."));
        long pid =
                nodes.pid(leader)
                        .orElseThrow(() -> new ToolException("The leader's pid is not known."));
        ProcessHandle process =
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new ToolException("The leader's process is not there."));
        process.destroyForcibly();
        long killed = System.nanoTime();
        lastKillAt = killed;
        long first =
                await(killed, POLL_MILLIS, "posts go through again", () -> through(killed) > 0);
        long all =
                await(
                        killed,
                        POLL_MILLIS,
                        "every poster gets through",
                        () -> through(killed) == posters.size());
        long back =
                await(
                        killed,
                        BACK_POLL_MILLIS,
                        "node " + (leader + 1) + " is back",
                        () ->
                                nodes.pid(leader).filter(now -> now != pid).isPresent()
                                        && nodes.ready(leader));
        TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
        return new Kill(leader + 1, first, all, back);
    }

    /** In nanoseconds of the monotonic clock. */
    long lastKillAt() {
        return lastKillAt;
    }

    private long through(long since) {
        return posters.stream()
                .filter(poster -> poster.lastAcknowledgedStart() - since > 0)
                .count();
    }

    private static long await(long since, long pollMillis, String what, BooleanSupplier done)
            throws InterruptedException {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - since > RECOVERY_LIMIT.toNanos()) {
                throw new ToolException(
                        "%d s after the kill it is still not so that %s."
                                .formatted(RECOVERY_LIMIT.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(pollMillis);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }
}
