package net.robustirc.bridge.irc;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Notices when a client has gone silent or does not read; bridge.md section 7. On the loop. */
final class ClientWatch {
    /** One parameter and no prefix: a form that every client answers. */
    private static final String PING = "PING robustirc.bridge";

    private final ClientConnection connection;
    private final long silenceNanos;
    private final long slowNanos;
    private Future<?> check;
    private Future<?> slow;
    private long heardAt;
    private boolean asked;

    ClientWatch(ClientConnection connection, Timing timing) {
        this.connection = connection;
        this.silenceNanos = timing.clientSilence().toNanos();
        this.slowNanos = timing.slowReader().toNanos();
    }

    void start() {
        heard();
        checkIn(silenceNanos);
    }

    void stop() {
        if (check != null) {
            check.cancel(false);
        }
        readsSlowly(false);
    }

    void heard() {
        heardAt = System.nanoTime();
        asked = false;
    }

    private void checkIn(long nanos) {
        check = connection.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (connection.isReadingPaused()) {
            heard(); // it is us who do not listen
        }
        long silence = System.nanoTime() - heardAt;
        if (silence >= 2 * silenceNanos) {
            connection.end("Bridge: ping timeout", Optional.of("Ping timeout"));
            return;
        }
        if (silence >= silenceNanos && !asked) {
            asked = true;
            connection.send(PING);
        }
        checkIn((asked ? 2 * silenceNanos : silenceNanos) - silence);
    }

    /** The client's lines pile up, or no longer do. */
    void readsSlowly(boolean slowly) {
        if (slowly && slow == null) {
            slow = connection.schedule(this::giveUp, slowNanos, TimeUnit.NANOSECONDS);
        } else if (!slowly && slow != null) {
            slow.cancel(false);
            slow = null;
        }
    }

    private void giveUp() {
        connection.end("Bridge: the client reads too slowly", Optional.of("You read too slowly"));
    }
}
