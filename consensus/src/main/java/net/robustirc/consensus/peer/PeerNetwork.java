package net.robustirc.consensus.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import net.robustirc.consensus.ConsensusSettings.PeerTls;

/**
 * This node among its peers: where the others reach it and the ways to them. Questions and answers
 * are {@link Frame}s over mutual TLS, each on a connection that nothing else uses meanwhile, with
 * blocking I/O: a question costs two system calls and one change of threads on each side.
 */
public final class PeerNetwork implements AutoCloseable {
    private final SSLContext context;
    private final PeerListener listener;
    private final Map<Way, PeerLane> lanes = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record Way(String host, int port, String purpose) {}

    /**
     * Takes the port, and opens no connection yet.
     *
     * @param threads make daemons
     * @throws IOException naming the port or the file that cannot be used
     */
    public PeerNetwork(PeerTls tls, String host, int port, ThreadFactory threads)
            throws IOException {
        this.context = MutualTls.context(tls);
        try {
            this.listener = new PeerListener(context, host, port, threads);
        } catch (IOException e) {
            String at = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
            throw new IOException("cannot listen for peers on " + at + ": " + e.getMessage(), e);
        }
    }

    /** Begins to answer. To be called once. */
    public void start(PeerAnswers answers) {
        listener.start(answers);
    }

    public InetSocketAddress address() {
        return listener.address();
    }

    /**
     * The connections to a node for one purpose, so that what takes long for one does not hold up
     * another.
     */
    public PeerLane lane(String host, int port, String purpose) {
        PeerLane lane =
                lanes.computeIfAbsent(
                        new Way(host, port, purpose), way -> new PeerLane(context, host, port));
        if (closed) {
            lane.close();
        }
        return lane;
    }

    /**
     * To be called about twice a second: ends what waits for a node that stands still, and who
     * never says who he is.
     */
    public void closeOverdue() {
        long now = System.nanoTime();
        listener.closeOverdue(now);
        lanes.values().forEach(lane -> lane.closeOverdue(now));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        lanes.values().forEach(PeerLane::close);
    }
}
