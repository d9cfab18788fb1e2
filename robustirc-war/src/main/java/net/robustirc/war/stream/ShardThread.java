package net.robustirc.war.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a shard: tasks from other threads, then a turn, then sleep until something happens. */
final class ShardThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ShardThread.class);
    private static final long CLOSING_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Shard shard;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Deque<ClientStream> toClose = new ArrayDeque<>();
    private volatile boolean sleeping;
    private volatile boolean watching;
    private volatile boolean stopped;
    private volatile boolean finished;
    private boolean closing;
    private long closeStart;
    private long closeSpread;
    private int closeTotal;

    ShardThread(Shard shard, String name) {
        this.shard = shard;
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
            } catch (RuntimeException | Error e) {
                // Nobody can say what was delivered; the clients know, and come back.
                LOG.error("delivery failed, its streams end", e);
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
            closeSome();
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
        return closing ? Math.min(untilDue, CLOSING_STEP_NANOS) : untilDue;
    }

    private void wake() {
        if (sleeping) {
            sleeping = false;
            LockSupport.unpark(thread);
        }
    }

    private void beginClosing(long spreadNanos) {
        closing = true;
        closeStart = System.nanoTime();
        closeSpread = Math.max(1, spreadNanos);
        toClose.addAll(shard.all());
        closeTotal = toClose.size();
    }

    private void closeSome() {
        double part = Math.min(1, (double) (System.nanoTime() - closeStart) / closeSpread);
        while (closeTotal - toClose.size() < closeTotal * part) {
            shard.close(toClose.remove());
        }
        stopped = toClose.isEmpty();
    }
}
