package net.robustirc.war.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;

/** A client of one stream on a bare socket, so that it can be slow, and see every chunk. */
final class TestingClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final List<String> headers = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private boolean ended;

    TestingClient(int port, SessionId session, MessageId lastSeen) throws IOException {
        this(port, session, lastSeen, 64 << 10);
    }

    TestingClient(int port, SessionId session, MessageId lastSeen, int receiveBuffer)
            throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(10_000);
        String request =
                "GET /%d?lastseen=%s HTTP/1.1\r\nHost: test\r\n\r\n"
                        .formatted(session.value(), lastSeen);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream bytes = socket.getInputStream();
        in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1), 512);
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            headers.add(line);
            line = in.readLine();
        }
    }

    /** Status line and headers, in lower case. */
    String head() {
        return String.join("\n", headers).toLowerCase(Locale.ROOT);
    }

    /** The next object's text; empty at the proper end of the response. */
    String next() throws IOException {
        int end = body.indexOf("\n");
        while (end < 0 && !ended) {
            readChunk();
            end = body.indexOf("\n");
        }
        if (end < 0) {
            return "";
        }
        String object = body.substring(0, end);
        body.delete(0, end + 1);
        return new String(object.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The next object that is no ping. */
    String nextLine() throws IOException {
        String object = next();
        while (object.contains("\"Type\":4")) {
            object = next();
        }
        return object;
    }

    static MessageId id(String object) {
        String[] parts = object.split("[:,}]");
        return new MessageId(Long.parseLong(parts[2]), Integer.parseInt(parts[4]));
    }

    static String data(String object) {
        int start = object.indexOf("\"Data\":\"") + 8;
        return object.substring(start, object.indexOf("\",\"UnixNano\"", start));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readChunk() throws IOException {
        String size = in.readLine();
        if (size != null && size.isEmpty()) {
            // The end of the chunk before; Jetty sends it together with the next.
            size = in.readLine();
        }
        if (size == null) {
            throw new IOException("the connection was cut, the response did not end");
        }
        int length = Integer.parseInt(size, 16);
        char[] chunk = new char[length];
        for (int got = 0; got < length; ) {
            int more = in.read(chunk, got, length - got);
            if (more < 0) {
                throw new IOException("the connection was cut within a chunk");
            }
            got += more;
        }
        body.append(chunk);
        ended = length == 0;
    }
}
