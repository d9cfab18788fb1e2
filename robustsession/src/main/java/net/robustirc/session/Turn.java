package net.robustirc.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.robustirc.session.server.Choice;
import net.robustirc.session.server.Purpose;
import net.robustirc.session.server.ServerAddress;

/** Waits, without a thread, until a server may be tried. One wait at a time. */
final class Turn {
    /** After a failure, so that a broken network is not hammered (protocol: 250 to 500 ms). */
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * Each of those that wait for the same server adds its own, so that they do not come at once.
     */
    private static final long LONGEST_STAGGER = TimeUnit.MILLISECONDS.toNanos(500);

    private final Lane lane;
    private final Purpose purpose;
    private final Optional<ServerAddress> pinned;
    private final Runnable wakeUp = this::woken;
    private Timers.Timer timer = Timers.Timer.NONE;
    private Consumer<ServerAddress> then;

    Turn(Lane lane, Purpose purpose, Optional<ServerAddress> pinned) {
        this.lane = lane;
        this.purpose = purpose;
        this.pinned = pinned;
    }

    /** Hands over a usable server, within this call if there is one. */
    void next(Consumer<ServerAddress> taker) {
        then = taker;
        ask();
    }

    /** The same after the pause between two tries. */
    void afterFailure(Consumer<ServerAddress> taker) {
        then = taker;
        long pause = lane.random().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
        timer = lane.timers().after(pause, this::ask);
    }

    void cancel() {
        then = null;
        stopWaiting();
    }

    private void stopWaiting() {
        timer.cancel();
        timer = Timers.Timer.NONE;
        lane.pool().forget(wakeUp);
    }

    private void ask() {
        Choice choice = lane.pool().chooseOrWait(purpose, pinned, wakeUp);
        if (choice.server().isEmpty()) {
            long wait = choice.waitNanos();
            timer = lane.timers().after(wait + stagger(wait / 2), this::askAgain);
            return;
        }
        Consumer<ServerAddress> taker = then;
        then = null;
        taker.accept(choice.server().get());
    }

    private long stagger(long limit) {
        return lane.random().nextLong(Math.min(LONGEST_STAGGER, limit) + 1);
    }

    private void askAgain() {
        stopWaiting();
        ask();
    }

    /** Comes from any thread, and perhaps after the wait is over. */
    private void woken() {
        lane.timers()
                .execute(
                        () -> {
                            if (then != null) {
                                stopWaiting();
                                timer = lane.timers().after(stagger(LONGEST_STAGGER), this::ask);
                            }
                        });
    }
}
