package net.robustirc.war.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the output log to clients (design D6). Each session's stream belongs to one thread; no
 * write waits for a client.
 */
public final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** The container keeps it for as long as the stream is open: a larger one costs idle heap. */
    private static final int BUFFER_BYTES = 2048;

    /** Beyond the spread, for the rest of stopping. */
    private static final long JOIN_MILLIS = 1500;

    private final DeliverySettings settings;
    private final List<Shard> shards = new ArrayList<>();
    private final List<ShardThread> threads = new ArrayList<>();
    private final AutoCloseable subscription;

    public Delivery(OutputLog log, DeliverySettings settings) {
        this.settings = settings;
        for (int i = 0; i < settings.shards(); i++) {
            Shard shard = new Shard(log, settings);
            shards.add(shard);
            threads.add(new ShardThread(shard, "robustirc-delivery-" + i, settings.fatal()));
        }
        threads.forEach(ShardThread::start);
        subscription = log.onTailMoved(this::tailMoved);
    }

    /**
     * Takes over a response, and ends it when the session or this node's service ends. An older
     * stream of the same session ends at once.
     *
     * @param context of a request that was judged {@link StreamStart.Verdict#HERE}; the caller
     *     leaves it alone from now on
     * @param from as judged
     */
    public void open(AsyncContext context, SessionId session, MessageId from) throws IOException {
        stream(context, session, from).listen();
    }

    /**
     * Answers a request that was judged {@link StreamStart.Verdict#LOST}: one line, and the end.
     * The line has the next position, for clients drop what they have seen; if they come again from
     * there, they are judged as before.
     *
     * @param line of IRC, e.g. an ERROR
     */
    public void refuse(AsyncContext context, SessionId session, MessageId from, String line)
            throws IOException {
        ClientStream stream = stream(context, session, from);
        int next = Math.max(from.reply(), from.reply() + 1);
        stream.lastWords(LineJson.line(from.id(), next, line));
        stream.listen();
    }

    private ClientStream stream(AsyncContext context, SessionId session, MessageId from)
            throws IOException {
        context.setTimeout(0);
        ServletResponse response = context.getResponse();
        response.setContentType("text/plain; charset=utf-8");
        response.setBufferSize(BUFFER_BYTES);
        int owner = Math.floorMod(Long.hashCode(session.value()), threads.size());
        ShardThread thread = threads.get(owner);
        Shard shard = shards.get(owner);
        return new ClientStream(
                session,
                from,
                context,
                stream -> thread.execute(() -> shard.writable(stream)),
                stream -> thread.execute(() -> shard.close(stream)));
    }

    /** Streams that are open now. */
    public int streams() {
        return shards.stream().mapToInt(Shard::count).sum();
    }

    /** Open streams that have not yet been sent what this node has for them. */
    public int lagging() {
        return shards.stream().mapToInt(Shard::lagging).sum();
    }

    /**
     * Ends all streams, spread over some time, so that the clients do not come back all at once.
     */
    @Override
    public void close() {
        threads.forEach(thread -> thread.close(settings.shutdownSpread().toNanos()));
        try {
            for (ShardThread thread : threads) {
                if (!thread.join(settings.shutdownSpread().toMillis() + JOIN_MILLIS)) {
                    LOG.warn("delivery does not stop in time");
                }
            }
            subscription.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("cannot unsubscribe from the output log", e);
        }
    }

    private void tailMoved() {
        threads.forEach(ShardThread::tailMoved);
    }
}
