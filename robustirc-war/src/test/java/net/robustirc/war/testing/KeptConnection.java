package net.robustirc.war.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One connection for several requests; a body follows its head a little later, as in real life. */
public final class KeptConnection implements AutoCloseable {
    private final Connection connection;

    KeptConnection(Connection connection) {
        this.connection = connection;
    }

    /** Sends a request and reads its answer; header lines with their line ends. */
    public Reply send(String methodAndPath, String headerLines, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            connection.write(
                    methodAndPath,
                    headerLines + "Content-Length: " + bytes.length + "\r\n",
                    new byte[0]);
            connection.writeMore(bytes);
            return connection.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request without a body and leaves its answer unread. */
    public void sendOnly(String methodAndPath, String headerLines) {
        try {
            connection.write(methodAndPath, headerLines, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
