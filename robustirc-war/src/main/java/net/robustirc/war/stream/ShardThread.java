package net.robustirc.war.stream;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a shard: tasks from other threads, then a turn, then sleep until something happens. */
final class ShardThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ShardThread.class);

    private final Shard shard;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final SpreadEnd closeDown;
    private final Consumer<Error> fatal;
    private volatile boolean sleeping;
    private volatile boolean watching;
    private volatile boolean stopped;
    private volatile boolean finished;
    private boolean closing;

    /**
     * @param fatal ends the process: after an Error nobody can say what state anything is in
     */
    ShardThread(Shard shard, String name, Consumer<Error> fatal) {
        this.shard = shard;
        this.closeDown = new SpreadEnd(shard::close);
        this.fatal = fatal;
        thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Any thread: has something done on the shard's thread. */
    void execute(Runnable task) {
        tasks.add(task);
        wake();
        if (finished) {
            finish();
        }
    }

    /** The apply thread: new output is there. */
    void tailMoved() {
        if (watching) {
            wake();
        }
    }

    /** Ends the streams over a time, then the thread. */
    void close(long spreadNanos) {
        execute(() -> beginClosing(spreadNanos));
    }

    /** Waits for the thread's end; returns false if it has not come by then. */
    boolean join(long millis) throws InterruptedException {
        thread.join(millis);
        return !thread.isAlive();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                turn();
            } catch (RuntimeException e) {
                // Nobody can say what was delivered; the clients know, and come back.
                LOG.error("delivery failed, its streams end", e);
                shard.closeAll();
            } catch (Error e) {
                fatal.accept(e);
                shard.closeAll();
            }
        }
        finished = true;
        finish();
    }

    /** Who comes too late is sent away, on whatever thread: nobody else uses the shard any more. */
    private synchronized void finish() {
        runTasks();
        shard.closeAll();
    }

    private void turn() {
        runTasks();
        shard.turn();
        if (closing) {
            closeDown.turn(System.nanoTime());
            stopped = closeDown.isOver();
        }
        watching = shard.isWatching();
        sleeping = true;
        if (tasks.isEmpty() && !shard.hasWork() && !stopped) {
            LockSupport.parkNanos(this, sleepNanos());
        }
        sleeping = false;
    }

    private void runTasks() {
        Runnable task = tasks.poll();
        while (task != null) {
            task.run();
            task = tasks.poll();
        }
    }

    private long sleepNanos() {
        long untilDue = Math.max(1, shard.due() - System.nanoTime());
        return closing ? Math.min(untilDue, SpreadEnd.STEP_NANOS) : untilDue;
    }

    private void wake() {
        if (sleeping) {
            sleeping = false;
            LockSupport.unpark(thread);
        }
    }

    private void beginClosing(long spreadNanos) {
        closing = true;
        closeDown.begin(shard.all(), System.nanoTime(), spreadNanos);
    }
}
