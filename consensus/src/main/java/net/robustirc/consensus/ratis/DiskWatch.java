package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a node out of service before its disk is full: once Ratis has failed to write it never
 * recovers in place (design D18).
 */
final class DiskWatch {
    /** Room for the log and a snapshot while somebody looks after it. */
    static final long LOW_BYTES = 100L << 20;

    /** With less than this a node does not start: it waits, restarted by its supervisor. */
    static final long TOO_LOW_BYTES = 32L << 20;

    /** How long a node keeps the leadership that it was given though its disk was nearly full. */
    static final Duration KEEP = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

    private final FreeSpace space;
    private final Health health;
    private final BooleanSupplier leading;
    private final Supplier<CompletableFuture<?>> handover;
    private final LongSupplier nanoTime;
    private CompletableFuture<?> handingOver = CompletableFuture.completedFuture(null);
    private boolean low;

    private boolean followed;
    private long keepUntilNanos;

    /** Tells how many bytes are left. */
    interface FreeSpace {
        long bytes() throws IOException;
    }

    /**
     * @param handover gives leadership away, if there is any, without blocking; completes when done
     *     or given up
     */
    DiskWatch(
            FreeSpace space,
            Health health,
            BooleanSupplier leading,
            Supplier<CompletableFuture<?>> handover,
            LongSupplier nanoTime) {
        this.space = space;
        this.health = health;
        this.leading = leading;
        this.handover = handover;
        this.nanoTime = nanoTime;
        this.keepUntilNanos = nanoTime.getAsLong();
    }

    /** Fails if there is not even enough to start with. */
    static void checkForStart(FreeSpace space) throws IOException {
        long bytes = space.bytes();
        if (bytes < TOO_LOW_BYTES) {
            throw new IOException(
                    "the disk of the data directory is full: "
                            + (bytes >> 20)
                            + " MB are left, at least "
                            + (TOO_LOW_BYTES >> 20)
                            + " MB are needed to start");
        }
    }

    /** To be called about twice a second, by one thread. */
    void look() {
        try {
            boolean lowNow = space.bytes() < LOW_BYTES;
            if (lowNow && !low) {
                LOG.error("the disk is nearly full: this node takes itself out of service");
                health.diskLow(true);
            } else if (low && !lowNow) {
                LOG.info("there is space on the disk again");
                health.diskLow(false);
            }
            low = lowNow;
            noticeGift();
            // Nobody may have taken over the last time, or others have elected it again.
            if (low && handingOver.isDone() && nanoTime.getAsLong() - keepUntilNanos >= 0) {
                handingOver = handover.get();
            }
        } catch (IOException e) {
            LOG.warn("cannot see how much space the disk has left", e);
        }
    }

    /** Who gives leadership to a node with little space may have no more, and none is to be had. */
    private void noticeGift() {
        boolean leads = leading.getAsBoolean();
        if (low && followed && leads) {
            keepUntilNanos = nanoTime.getAsLong() + KEEP.toNanos();
        }
        followed = low && !leads;
    }
}
