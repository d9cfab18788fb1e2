package net.robustirc.consensus.peer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A connection on which this node asks, one question at a time. One thread uses it; others may
 * abandon it at any time, also while it is opened.
 */
final class PeerConnection {
    private static final int CONNECT_MILLIS = 2000;
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(4);
    private static final int BUFFER = 16 << 10;
    private static final long UNTIMED = Long.MAX_VALUE;

    private final Socket socket = new Socket();
    private SSLSocket tls;
    private DataInputStream in;
    private OutputStream out;

    /** {@link System#nanoTime} at which what is under way is overdue. */
    private volatile long due = UNTIMED;

    private volatile boolean abandoned;

    /** Blocks until the other side has been believed. */
    void open(SSLContext context, String host, int port) throws IOException {
        due = System.nanoTime() + OPEN_LIMIT.toNanos();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = MutualTls.parameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(CONNECT_MILLIS);
        tls.startHandshake();
        in = new DataInputStream(new BufferedInputStream(tls.getInputStream(), BUFFER));
        out = tls.getOutputStream();
        due = UNTIMED;
    }

    /**
     * @throws RemoteFailureException when the other node says that it cannot
     * @throws IOException when this connection is of no more use
     */
    Frame ask(Frame question, Duration patience) throws IOException {
        // A write to a node that stands still blocks for as long as TCP lets it: see
        // abandonIfOverdue
        due = System.nanoTime() + patience.toNanos();
        tls.setSoTimeout(Math.toIntExact(patience.toMillis()));
        question.write(out);
        Frame answer = Frame.read(in);
        due = UNTIMED;
        if (answer.kind() == Frame.FAILED || answer.kind() == Frame.REFUSED) {
            throw new RemoteFailureException(
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer.kind() == Frame.REFUSED);
        }
        return answer;
    }

    void abandonIfOverdue(long nowNanos) {
        long limit = due;
        if (limit != UNTIMED && nowNanos - limit > 0) {
            abandon();
        }
    }

    /** Whoever waits here shall not try again. */
    void abandon() {
        abandoned = true;
        close();
    }

    boolean abandoned() {
        return abandoned;
    }

    /** Below TLS, whose own close waits for a write that is under way. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, either way.
        }
    }
}
