package net.robustirc.consensus.peer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where other nodes ask: a thread for each connection, of which there are a few. */
final class PeerListener implements AutoCloseable {
    /** Far more than a network needs; who has no certificate shall not take all threads. */
    private static final int MAX_CONNECTIONS = 128;

    private static final int HANDSHAKE_MILLIS = 5000;
    private static final int BUFFER = 16 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(PeerListener.class);

    private final SSLContext context;
    private final ServerSocket server;
    private final ThreadFactory threads;
    private final Set<Socket> open = new HashSet<>();

    /** Whose failure has been told, and who has not come in since: they try again for ever. */
    private final Set<InetAddress> told = new HashSet<>();

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
        threads.newThread(() -> accept(answers)).start();
    }

    @Override
    public void close() throws IOException {
        Set<Socket> left;
        synchronized (this) {
            closed = true;
            left = new HashSet<>(open);
        }
        server.close();
        left.forEach(PeerListener::closeQuietly);
    }

    private void accept(PeerAnswers answers) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (admit(socket)) {
                    threads.newThread(() -> serve(socket, answers)).start();
                } else {
                    closeQuietly(socket);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("cannot accept a peer's connection", e);
                }
            }
        }
    }

    private synchronized boolean admit(Socket socket) {
        return !closed && open.size() < MAX_CONNECTIONS && open.add(socket);
    }

    private void serve(Socket socket, PeerAnswers answers) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
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
            synchronized (this) {
                open.remove(socket);
            }
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
        tls.setSoTimeout(0);
        synchronized (this) {
            told.remove(socket.getInetAddress());
        }
        return tls;
    }

    private synchronized void refused(InetAddress from, IOException failure) {
        if (!closed && told.size() < MAX_CONNECTIONS && told.add(from)) {
            LOG.warn("a connection from {} is no peer's: {}", from, failure.getMessage());
        }
    }

    private static Frame answer(Frame question, PeerAnswers answers) {
        try {
            return answers.answer(question);
        } catch (IOException | RuntimeException e) {
            LOG.debug("a question of kind {} has no answer", question.kind(), e);
            return new Frame(
                    Frame.FAILED, String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, either way.
        }
    }
}
