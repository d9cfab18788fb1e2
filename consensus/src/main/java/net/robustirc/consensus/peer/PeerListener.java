package net.robustirc.consensus.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where other nodes ask: a thread for each connection, of which there are a few. */
final class PeerListener implements AutoCloseable {
    /** One takes milliseconds: when there are more, the oldest gives way. */
    private static final int MAX_HANDSHAKES = 32;

    private static final int MAX_TOLD = 100;
    private static final int HANDSHAKE_MILLIS = 5000;

    /** After so long the other side is gone, or will come again. */
    private static final int IDLE_MILLIS = 600_000;

    private static final Duration REST = Duration.ofMillis(100);
    private static final int BUFFER = 16 << 10;

    /** It ends at once; never for ever. */
    private static final long END_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(PeerListener.class);

    private final SSLContext context;
    private final ServerSocket server;
    private final ThreadFactory threads;
    private final Set<Socket> open = new HashSet<>();

    /** Those that nobody is believed to be behind yet, oldest first, with the time they came. */
    private final Map<Socket, Long> strangers = new LinkedHashMap<>();

    /** Whose failure has been told, and who has not come in since: they try again for ever. */
    private final Set<InetAddress> told = new HashSet<>();

    private Optional<Thread> accepting = Optional.empty();
    private boolean closed;

    /**
     * Takes the port; connections wait until {@link #start}.
     *
     * @throws IOException if the port cannot be had
     */
    PeerListener(SSLContext context, String host, int port, ThreadFactory threads)
            throws IOException {
        this.context = context;
        this.threads = threads;
        this.server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    void start(PeerAnswers answers) {
        Thread thread = threads.newThread(() -> accept(answers));
        synchronized (this) {
            accepting = Optional.of(thread);
        }
        thread.start();
    }

    /** The port is free afterwards: it is not as long as a thread waits on it in the kernel. */
    @Override
    public void close() throws IOException {
        Set<Socket> left;
        Optional<Thread> thread;
        synchronized (this) {
            closed = true;
            left = new HashSet<>(open);
            thread = accepting;
        }
        server.close();
        left.forEach(PeerListener::closeQuietly);
        thread.ifPresent(PeerListener::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called about twice a second: a handshake may not take long, byte by byte. */
    synchronized void closeOverdue(long nowNanos) {
        long limit = TimeUnit.MILLISECONDS.toNanos(HANDSHAKE_MILLIS);
        strangers.forEach(
                (socket, came) -> {
                    if (nowNanos - came > limit) {
                        closeQuietly(socket);
                    }
                });
    }

    private void accept(PeerAnswers answers) {
        while (!server.isClosed()) {
            try {
                accepted(server.accept(), answers);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                // No more files or threads for now: others end, and then it goes on.
                if (!server.isClosed()) {
                    LOG.warn("cannot take a peer's connection: {}", e.toString());
                    LockSupport.parkNanos(REST.toNanos());
                }
            }
        }
    }

    private void accepted(Socket socket, PeerAnswers answers) {
        boolean serving = false;
        try {
            if (admit(socket)) {
                threads.newThread(() -> serve(socket, answers)).start();
                serving = true;
            }
        } finally {
            if (!serving) {
                forget(socket);
            }
        }
    }

    private synchronized boolean admit(Socket socket) {
        if (strangers.size() >= MAX_HANDSHAKES) {
            Socket oldest = strangers.keySet().iterator().next();
            strangers.remove(oldest);
            closeQuietly(oldest);
        }
        if (!closed) {
            open.add(socket);
            strangers.put(socket, System.nanoTime());
        }
        return !closed;
    }

    private synchronized void forget(Socket socket) {
        closeQuietly(socket);
        open.remove(socket);
        strangers.remove(socket);
    }

    private void serve(Socket socket, PeerAnswers answers) {
        try {
            socket.setTcpNoDelay(true);
            SSLSocket tls = handshake(socket);
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(tls.getInputStream(), BUFFER));
            OutputStream out = tls.getOutputStream();
            while (true) {
                answer(Frame.read(in), answers).write(out);
            }
        } catch (IOException e) {
            LOG.debug("connection from {} ended", socket.getRemoteSocketAddress(), e);
        } finally {
            forget(socket);
        }
    }

    private SSLSocket handshake(Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        tls.setUseClientMode(false);
        tls.setSSLParameters(MutualTls.parameters());
        tls.setSoTimeout(HANDSHAKE_MILLIS);
        try {
            tls.startHandshake();
        } catch (IOException e) {
            refused(socket.getInetAddress(), e);
            throw e;
        }
        tls.setSoTimeout(IDLE_MILLIS);
        synchronized (this) {
            strangers.remove(socket);
            told.remove(socket.getInetAddress());
        }
        return tls;
    }

    private synchronized void refused(InetAddress from, IOException failure) {
        if (told.size() >= MAX_TOLD) {
            told.clear();
        }
        if (!closed && told.add(from)) {
            LOG.warn("a connection from {} is no peer's: {}", from, failure.getMessage());
        }
    }

    private static Frame answer(Frame question, PeerAnswers answers) {
        try {
            return answers.answer(question);
        } catch (IllegalArgumentException e) {
            return sentence(Frame.REFUSED, e);
        } catch (IOException | RuntimeException e) {
            return sentence(Frame.FAILED, e);
        }
    }

    private static Frame sentence(int kind, Exception failure) {
        LOG.debug("a question has no answer", failure);
        return new Frame(kind, String.valueOf(failure.getMessage()).getBytes(UTF_8));
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, either way.
        }
    }
}
