package net.robustirc.war.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * When streams are pinged: each stands in one of the wheel's slots, chosen at random, so that pings
 * of streams that came all at once are spread over the interval.
 */
final class PingWheel {
    private static final int SLOTS = 40;

    private final List<List<ClientStream>> slots = new ArrayList<>();
    private final long slotNanos;
    private int current;
    private long due;

    /** One turn takes the interval. */
    PingWheel(long intervalNanos, long nowNanos) {
        slotNanos = intervalNanos / SLOTS;
        due = nowNanos + slotNanos;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
    }

    void add(ClientStream stream) {
        slots.get(ThreadLocalRandom.current().nextInt(SLOTS)).add(stream);
    }

    /** When the next slot is due, in the clock of {@link System#nanoTime()}. */
    long due() {
        return due;
    }

    /** Calls for the streams of every slot that is due; forgets closed ones. */
    void turn(long nowNanos, Consumer<ClientStream> action) {
        while (nowNanos - due >= 0) {
            due += slotNanos;
            current = (current + 1) % SLOTS;
            List<ClientStream> slot = slots.get(current);
            slot.removeIf(stream -> stream.phase() == ClientStream.Phase.CLOSED);
            slot.forEach(action);
        }
    }
}
