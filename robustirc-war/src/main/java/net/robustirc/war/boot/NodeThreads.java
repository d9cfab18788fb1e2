package net.robustirc.war.boot;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The web application's own threads; none is left once this is closed. */
final class NodeThreads implements AutoCloseable {
    private static final int ANSWERING = 2;
    private static final long PATIENCE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor answers;

    NodeThreads() {
        timer = new ScheduledThreadPoolExecutor(1, named("robustirc-timer"));
        timer.setRemoveOnCancelPolicy(true);
        answers =
                new ThreadPoolExecutor(
                        ANSWERING,
                        ANSWERING,
                        PATIENCE_SECONDS,
                        TimeUnit.MINUTES,
                        new LinkedBlockingQueue<>(),
                        named("robustirc-answer"));
        answers.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory plain = Executors.defaultThreadFactory();
        return task -> {
            Thread thread = plain.newThread(task);
            thread.setName(name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For what is due later and does not block. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Runs an action after some nanoseconds; at once when stopping. */
    void later(Runnable action, long nanos) {
        try {
            timer.schedule(action, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
        }
    }

    /** For writing answers. */
    Executor answers() {
        return answers;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        answers.shutdown();
        try {
            if (!answers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                answers.shutdownNow();
            }
        } catch (InterruptedException e) {
            answers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
