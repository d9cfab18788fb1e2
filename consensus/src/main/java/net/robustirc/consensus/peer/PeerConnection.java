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

/** A connection on which this node asks, one question at a time. */
final class PeerConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    private static final int BUFFER = 16 << 10;
    private static final long UNTIMED = Long.MAX_VALUE;

    private final Socket socket;
    private final SSLSocket tls;
    private final DataInputStream in;
    private final OutputStream out;

    /** {@link System#nanoTime} at which an answer is overdue. */
    private volatile long due = UNTIMED;

    private PeerConnection(Socket socket, SSLSocket tls) throws IOException {
        this.socket = socket;
        this.tls = tls;
        this.in = new DataInputStream(new BufferedInputStream(tls.getInputStream(), BUFFER));
        this.out = tls.getOutputStream();
    }

    static PeerConnection open(SSLContext context, String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            SSLSocket tls =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
            SSLParameters parameters = MutualTls.parameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.setSoTimeout(CONNECT_MILLIS);
            tls.startHandshake();
            return new PeerConnection(socket, tls);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * @throws RemoteFailureException when the other node says that it cannot
     * @throws IOException when this connection is of no more use
     */
    Frame ask(Frame question, Duration patience) throws IOException {
        // A write to a node that stands still blocks for as long as TCP lets it: see closeIfOverdue
        due = System.nanoTime() + patience.toNanos();
        tls.setSoTimeout(Math.toIntExact(patience.toMillis()));
        question.write(out);
        Frame answer = Frame.read(in);
        due = UNTIMED;
        if (answer.kind() == Frame.FAILED) {
            throw new RemoteFailureException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    void closeIfOverdue(long nowNanos) {
        long limit = due;
        if (limit != UNTIMED && nowNanos - limit > 0) {
            close();
        }
    }

    /** Below TLS, whose own close waits for a write that is under way. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, either way.
        }
    }
}
