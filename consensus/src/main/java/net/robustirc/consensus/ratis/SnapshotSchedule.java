package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;

/**
 * When the next snapshot is due: by commands, bytes and age. The limits vary by 10% from node to
 * node and from time to time, so that not all nodes write at the same moment.
 */
final class SnapshotSchedule {
    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final double JITTER = 0.1;

    private final SnapshotPolicy policy;
    private long commandLimit;
    private long byteLimit;
    private long commands;
    private long bytes;
    private long sinceNanos;

    SnapshotSchedule(SnapshotPolicy policy) {
        this.policy = policy;
        restart();
    }

    void count(int appliedCommands, int appliedBytes) {
        commands += appliedCommands;
        bytes += appliedBytes;
    }

    boolean due() {
        return commands >= commandLimit
                || bytes >= byteLimit
                || commands > 0 && System.nanoTime() - sinceNanos > MAX_AGE.toNanos();
    }

    /** The next one is due with the next command. */
    void hasten() {
        commandLimit = 1;
    }

    void restart() {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        commandLimit = Math.round(policy.commands() * factor);
        byteLimit = Math.round(policy.bytes() * factor);
        commands = 0;
        bytes = 0;
        sinceNanos = System.nanoTime();
    }
}
