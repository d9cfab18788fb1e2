package net.robustirc.war.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Sends requests and reads no answer. */
public final class DeafClient implements AutoCloseable {
    private static final int LITTLE = 4096;
    private static final int FULL_MILLIS = 1500;

    private final SocketChannel channel;

    DeafClient(int port) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, LITTLE);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, LITTLE);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
    }

    /** Sends a request again and again, until the server takes none for a while. */
    void fill(String methodAndPath, String headerLines) throws IOException {
        String request = methodAndPath + " HTTP/1.1\r\nHost: node\r\n" + headerLines + "\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (selector.select(FULL_MILLIS) > 0) {
                selector.selectedKeys().clear();
                channel.write(bytes);
                if (!bytes.hasRemaining()) {
                    bytes.rewind();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
