package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An IRC client on a plain socket. */
final class TestClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    TestClient(InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(server);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    void send(String line) throws IOException {
        sendBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends no more, and still reads. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    void shrinkReceiveBuffer() throws IOException {
        socket.setReceiveBufferSize(4096);
    }

    /** The next line; empty at the end of the connection. */
    Optional<String> read() throws IOException {
        return read(PATIENCE_MILLIS);
    }

    private Optional<String> read(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return Optional.ofNullable(in.readLine());
    }

    void expect(String line) throws IOException {
        assertThat(read()).contains(line);
    }

    void expectEnd() throws IOException {
        assertThat(read()).isEmpty();
    }

    /** Nothing comes for a while. */
    void expectSilence(int millis) throws IOException {
        Optional<String> line;
        try {
            line = read(millis);
        } catch (SocketTimeoutException e) {
            return;
        }
        assertThat(line).as("nothing was to come").isNull();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
