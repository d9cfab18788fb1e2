package net.robustirc.war.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;

/**
 * One response that never ends, and its cursor. The container calls the listener's methods; all
 * else belongs to the shard's thread.
 */
final class ClientStream implements WriteListener {
    /** Encoded lines that wait for the client; with more, it is a cursor that falls behind. */
    private static final int MAX_PENDING_BYTES = 64 << 10;

    private final SessionId session;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<ClientStream> onWritable;
    private final Consumer<ClientStream> onGone;

    private final Deque<byte[]> pending = new ArrayDeque<>(2);
    private Phase phase = Phase.OPENING;
    private boolean lastWordsSaid;
    private long seenId;
    private int seenReply;
    private int pendingBytes;

    /** At first the headers are. */
    private boolean unflushed = true;

    private boolean blocked;
    private long blockedSince;
    private long mark;

    /** Stages of a stream's life. */
    enum Phase {
        /** The container has not said yet that it can be written to. */
        OPENING,
        /** Its cursor is below the shard's position: it reads the log by itself. */
        BEHIND,
        /** It gets what the shard comes across. */
        LIVE,
        /** It gets what is pending, then ends. */
        ENDING,
        CLOSED
    }

    ClientStream(
            SessionId session,
            MessageId seen,
            AsyncContext context,
            Consumer<ClientStream> onWritable,
            Consumer<ClientStream> onGone)
            throws IOException {
        this.session = session;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.onWritable = onWritable;
        this.onGone = onGone;
        seen(seen);
    }

    /** Before it listens: all that it will say. */
    void lastWords(byte[] object) {
        add(object);
        lastWordsSaid = true;
    }

    /** From here on the container calls. */
    void listen() {
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        onWritable.accept(this);
    }

    @Override
    public void onError(Throwable problem) {
        onGone.accept(this);
    }

    SessionId session() {
        return session;
    }

    Phase phase() {
        return phase;
    }

    void enter(Phase next) {
        phase = next;
    }

    /** Leaves the phase of opening. */
    void begin() {
        phase = lastWordsSaid ? Phase.ENDING : Phase.BEHIND;
    }

    MessageId seen() {
        return new MessageId(seenId, seenReply);
    }

    void seen(MessageId position) {
        seen(position.id(), position.reply());
    }

    void seen(long id, int reply) {
        seenId = id;
        seenReply = reply;
    }

    boolean hasSeen(long id, int reply) {
        return id < seenId || id == seenId && reply <= seenReply;
    }

    /** Whether nothing up to and with that command is left to be delivered. */
    boolean hasSeenAllOf(long id) {
        return hasSeen(id, Integer.MAX_VALUE);
    }

    /** Whether this is the first time that it is offered this; a line may name a session twice. */
    boolean mark(long number) {
        boolean first = mark != number;
        mark = number;
        return first;
    }

    void add(byte[] object) {
        pending.add(object);
        pendingBytes += object.length;
    }

    boolean isFull() {
        return pendingBytes >= MAX_PENDING_BYTES;
    }

    boolean isDrained() {
        return pending.isEmpty() && !unflushed;
    }

    /** Whether the container will call when there is room; until then there is nothing to do. */
    boolean isBlocked() {
        return blocked;
    }

    long blockedSince() {
        return blockedSince;
    }

    void unblock() {
        blocked = false;
    }

    /**
     * Writes what can be written without waiting, and flushes it.
     *
     * @throws IOException if the client is gone
     */
    void drain(long nowNanos) throws IOException {
        while (!blocked && !isDrained()) {
            if (!out.isReady()) {
                blocked = true;
                blockedSince = nowNanos;
            } else if (pending.isEmpty()) {
                out.flush();
                unflushed = false;
            } else {
                byte[] object = pending.remove();
                pendingBytes -= object.length;
                out.write(object);
                unflushed = true;
            }
        }
    }

    /** Ends the response; what is still pending is dropped. */
    void close() {
        phase = Phase.CLOSED;
        pending.clear();
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container has ended it already.
            return;
        }
    }
}
