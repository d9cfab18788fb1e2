package net.robustirc.session;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Decides when the owner should hear that the network is out of reach and that it is back; on the
 * session's loop. Trouble is told once it has lasted for the stall time; recovery once everything
 * has worked for a while, so that a flapping network does not chatter. A healthy session costs no
 * timer.
 */
final class Availability {
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Timers timers;
    private final long stallNanos;
    private final Consumer<Boolean> tell;
    private Timers.Timer timer;
    private boolean streamDown;
    private long streamDownSince;
    private boolean posting;
    private long postingSince;
    private boolean told;
    private boolean calm;
    private long calmSince;

    Availability(Timers timers, long stallNanos, Consumer<Boolean> tell) {
        this.timers = timers;
        this.stallNanos = stallNanos;
        this.tell = tell;
    }

    void streamLost() {
        if (!streamDown) {
            streamDown = true;
            streamDownSince = timers.nanoTime();
            watch();
        }
    }

    void streamAlive() {
        streamDown = false;
    }

    void postStarted() {
        posting = true;
        postingSince = timers.nanoTime();
        watch();
    }

    void postFinished() {
        posting = false;
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
        }
        timer = Timers.Timer.NONE;
    }

    private void watch() {
        if (timer == null) {
            timer = timers.after(CHECK_NANOS, this::check);
        }
    }

    private void check() {
        timer = null;
        long now = timers.nanoTime();
        boolean stalled =
                streamDown && now - streamDownSince >= stallNanos
                        || posting && now - postingSince >= stallNanos;
        if (told) {
            checkRecovery(now, stalled || streamDown);
        } else if (stalled) {
            told = true;
            calm = false;
            tell.accept(false);
        }
        if (timer == null && (told || streamDown || posting)) {
            watch();
        }
    }

    private void checkRecovery(long now, boolean trouble) {
        if (trouble) {
            calm = false;
        } else if (!calm) {
            calm = true;
            calmSince = now;
        } else if (now - calmSince >= CALM_NANOS) {
            told = false;
            tell.accept(true);
        }
    }
}
