package net.robustirc.consensus.ratis;

import java.util.concurrent.TimeUnit;
import org.apache.ratis.util.AwaitForSignal;

/** Ratis' own forgets a signal that comes just before the wait for it. */
final class StickySignal extends AwaitForSignal {
    private boolean signalled;

    StickySignal(String name) {
        super(name);
    }

    @Override
    public synchronized void await() throws InterruptedException {
        while (!signalled) {
            wait();
        }
        signalled = false;
    }

    @Override
    public synchronized boolean await(long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        long deadline = System.nanoTime() + left;
        while (!signalled && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        boolean came = signalled;
        signalled = false;
        return came;
    }

    @Override
    public synchronized void signal() {
        signalled = true;
        notifyAll();
    }
}
