package net.robustirc.war.boot;

import java.util.concurrent.ArrayBlockingQueue;
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

    /** Passwords that wait for their turn, which a slow hash makes long. */
    private static final int WAITING_SECRETS = 50;

    private static final long PATIENCE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor answers;
    private final ThreadPoolExecutor secrets;

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
        secrets =
                new ThreadPoolExecutor(
                        1,
                        1,
                        PATIENCE_SECONDS,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(WAITING_SECRETS),
                        named("robustirc-secret"));
        secrets.allowCoreThreadTimeOut(true);
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

    /** For comparing passwords, one at a time; refuses when too many wait. */
    Executor secrets() {
        return secrets;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        secrets.shutdownNow();
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
