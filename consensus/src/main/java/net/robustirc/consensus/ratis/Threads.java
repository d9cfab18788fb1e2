package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All threads that are ours.
 *
 * @param timer one thread; its tasks are short and never block
 * @param callbacks complete what callers wait for, so that neither Ratis' threads nor the apply
 *     thread run foreign code
 * @param blocking for what may take seconds: asking peers, handing leadership over
 * @param forwards wait for the leader's answers; one batch is under way at a time, another may
 *     still wait for a leader that is none any more
 * @param peers makes the threads that answer other nodes, which end with their connections
 * @param snapshots one thread: one snapshot is written at a time
 */
record Threads(
        ScheduledThreadPoolExecutor timer,
        ExecutorService callbacks,
        ExecutorService blocking,
        ExecutorService forwards,
        ExecutorService snapshots,
        ThreadFactory peers)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int CALLBACK_THREADS = 2;
    private static final int BLOCKING_THREADS = 3;
    private static final int FORWARD_THREADS = 3;
    private static final int STOP_SECONDS = 5;

    static Threads start(String peerId) {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, named(peerId, "timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Threads(
                timer,
                pool(CALLBACK_THREADS, named(peerId, "callback")),
                pool(BLOCKING_THREADS, named(peerId, "blocking")),
                pool(FORWARD_THREADS, named(peerId, "forward")),
                pool(1, named(peerId, "snapshot")),
                named(peerId, "peer"));
    }

    /** Runs a short task on the timer thread after a while; empty when the node is closing. */
    Optional<ScheduledFuture<?>> later(Duration delay, Runnable task) {
        try {
            return Optional.of(timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    /** Runs a short task on the timer thread again and again, whatever it throws. */
    void every(Duration period, Runnable task) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("a periodic task failed; it runs again", e);
                    }
                },
                period.toNanos(),
                period.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        blocking.shutdownNow();
        forwards.shutdownNow();
        snapshots.shutdown();
        callbacks.shutdown();
        try {
            timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            blocking.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            forwards.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            snapshots.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            callbacks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        snapshots.shutdownNow();
        callbacks.shutdownNow();
    }

    /** What comes too late runs on its caller: nobody shall wait for ever because we close. */
    private static ExecutorService pool(int threads, ThreadFactory factory) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                (task, stopped) -> task.run());
    }

    private static ThreadFactory named(String peerId, String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread =
                    new Thread(
                            task,
                            "robustirc-" + role + "-" + peerId + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
