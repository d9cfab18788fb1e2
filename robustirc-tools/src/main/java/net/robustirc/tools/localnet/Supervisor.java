package net.robustirc.tools.localnet;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts the processes, and again those that died, as systemd would. What happens to them is
 * decided on one thread.
 */
final class Supervisor implements AutoCloseable {
    static final Duration RESTART_DELAY = Duration.ofSeconds(2);

    /** Longer than a node needs to stop gracefully (design D18). */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int KILLED_BY_SIGNAL = 128;

    private final List<Child> children;
    private final boolean restarting;
    private final Duration patience;
    private final PrintWriter out;
    private final Runnable started;
    private final ScheduledExecutorService events =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "supervisor");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile boolean stopping;
    private volatile boolean watching;

    /**
     * Nothing is started yet.
     *
     * @param patience how long one that was asked to stop may take, before it is killed
     * @param restarting whether who dies is started again after {@link #RESTART_DELAY}
     * @param started called after each start of a process
     */
    Supervisor(
            List<Child> children,
            boolean restarting,
            Duration patience,
            PrintWriter out,
            Runnable started) {
        this.children = List.copyOf(children);
        this.restarting = restarting;
        this.patience = patience;
        this.out = out;
        this.started = started;
    }

    void startAll() {
        children.forEach(this::start);
    }

    /** From now on a death is told and, unless that is unwanted, undone. */
    synchronized void watch() {
        watching = true;
        children.stream().filter(child -> !child.alive()).forEach(this::mourn);
    }

    /** Stops it first if it runs. */
    void restart(Child child) throws InterruptedException {
        child.terminate();
        child.awaitEnd(patience);
        synchronized (this) {
            if (!stopping && !child.alive()) {
                startedAgain(child);
            }
        }
    }

    /**
     * First part of the end: nobody is started any more, and one goes while the others still serve
     * it.
     */
    void endFirst(Child child, Duration limit) {
        synchronized (this) {
            stopping = true;
            child.terminate();
        }
        try {
            child.awaitEnd(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void terminateAll() {
        stopping = true;
        children.forEach(Child::terminate);
    }

    /** Whether the end was asked for. */
    boolean stopping() {
        return stopping;
    }

    /** Asks all to stop and waits for them, not for ever. */
    @Override
    public void close() {
        terminateAll();
        events.shutdownNow();
        try {
            for (Child child : children) {
                child.awaitEnd(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether any process is still there. */
    boolean anyAlive() {
        return children.stream().anyMatch(Child::alive);
    }

    private synchronized void start(Child child) {
        if (stopping) {
            return;
        }
        child.start(dead -> ended(child, dead));
        started.run();
    }

    private synchronized void ended(Child child, Process dead) {
        if (stopping || !watching) {
            return;
        }
        int code = dead.exitValue();
        out.printf("%s (pid %d) ended with code %d.%n", child.name(), dead.pid(), code);
        if (code < KILLED_BY_SIGNAL) {
            child.fault().ifPresent(sentence -> out.println("  It said: " + sentence));
        }
        out.flush();
        mourn(child);
    }

    private void mourn(Child child) {
        if (restarting) {
            events.schedule(
                    () -> startAgain(child), RESTART_DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void startAgain(Child child) {
        if (stopping || child.alive()) {
            return;
        }
        try {
            startedAgain(child);
        } catch (RuntimeException e) {
            out.println(e.getMessage()); // and later perhaps it can be
            out.flush();
            mourn(child);
        }
    }

    private synchronized void startedAgain(Child child) {
        start(child);
        out.printf("%s started again (pid %d).%n", child.name(), child.pid());
        out.flush();
    }
}
