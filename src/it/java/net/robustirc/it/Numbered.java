package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Sends numbered lines at a steady rate until stopped; what arrives must be exactly these. */
final class Numbered implements AutoCloseable {
    private final IrcClient client;
    private final String channel;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;

    private Numbered(IrcClient client, String channel, int perSecond) {
        this.client = client;
        this.channel = channel;
        this.thread = new Thread(() -> run(1_000_000_000L / perSecond), "numbered");
        thread.start();
    }

    static Numbered start(IrcClient client, String channel, int perSecond) {
        return new Numbered(client, channel, perSecond);
    }

    private void run(long pauseNanos) {
        long due = System.nanoTime();
        while (!stop.get()) {
            try {
                client.send("PRIVMSG " + channel + " :" + text(sent.get() + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sent.incrementAndGet();
            due += pauseNanos;
            while (System.nanoTime() < due && !stop.get()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    static String text(int number) {
        return "line " + number;
    }

    int sent() {
        return sent.get();
    }

    /** Every text sent so far, in order. */
    List<String> texts() {
        return IntStream.rangeClosed(1, sent.get()).mapToObj(Numbered::text).toList();
    }

    @Override
    public void close() {
        stop.set(true);
        await().until(() -> !thread.isAlive());
    }
}
