package net.robustirc.war.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection of HTTP/1.1, byte by byte. */
final class Connection implements AutoCloseable {
    private static final int CONTINUE = 100;

    private final Socket socket;
    private final InputStream in;
    private boolean afterChunk;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    void write(String methodAndPath, String headerLines, byte[] rest) throws IOException {
        String head = methodAndPath + " HTTP/1.1\r\nHost: node\r\n" + headerLines + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.getBytes(StandardCharsets.ISO_8859_1));
        request.write(rest);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
    }

    void writeMore(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads a whole response; the body's end is where the headers say. */
    Reply read() throws IOException {
        Reply head = readHead();
        boolean interim = head.status() == CONTINUE;
        if (interim) {
            head = readHead();
        }
        String body =
                head.header("transfer-encoding").isPresent()
                        ? chunks()
                        : text(Integer.parseInt(head.header("content-length").orElse("0")));
        return new Reply(head.status(), head.headers(), body, interim);
    }

    Reply readHead() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(status[1]), headers, "", false);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            body.append(chunk);
        }
        return body.toString();
    }

    /**
     * The next chunk of a chunked body; empty at its end. The line end after a chunk is read with
     * the next one, as the server may send it only then.
     */
    String chunk() throws IOException {
        if (afterChunk) {
            line();
        }
        afterChunk = true;
        return text(Integer.parseInt(line(), 16));
    }

    private String text(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body is cut short");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
