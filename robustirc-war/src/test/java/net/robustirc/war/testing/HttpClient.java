package net.robustirc.war.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Sends exactly the bytes that a test wants sent. */
public final class HttpClient {
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;

    HttpClient(int port) {
        this.port = port;
    }

    /** Sends a body with the headers of a real client; {@code headers} is a line each. */
    public Reply send(String method, String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return sendBytes(method, path, bytes, headers);
    }

    public Reply sendBytes(String method, String path, byte[] body, String... headers) {
        String head = "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
        return raw(method + " " + path, head + lines(headers), body);
    }

    /** Sends a request line, header lines (each with its line end) and whatever follows them. */
    public Reply raw(String methodAndPath, String headerLines, byte[] rest) {
        try (Connection connection = connect()) {
            connection.write(methodAndPath, headerLines, rest);
            return connection.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a HEAD request, whose answer has no body. */
    public Reply head(String path) {
        try (Connection connection = connect()) {
            connection.write("HEAD " + path, "", new byte[0]);
            return connection.readHead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a stream and reads its head. */
    public StreamReader stream(String path, String... headers) {
        try {
            Connection connection = connect();
            connection.write("GET " + path, lines(headers), new byte[0]);
            return new StreamReader(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that has sent as many of these requests as it can, and reads no answer. */
    public DeafClient deaf(String methodAndPath, String headerLines) {
        try {
            DeafClient client = new DeafClient(port);
            client.fill(methodAndPath, headerLines);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a connection for several requests. */
    public KeptConnection keep() {
        try {
            return new KeptConnection(connect());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Connection(socket);
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    /** A header line with administrator's credentials. */
    public static String credentials(String password) {
        byte[] plain = ("robustirc:" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(plain);
    }

    /** Creates a session. */
    public TestingSession session() {
        Reply reply = send("POST", "/robustirc/v1/session", "");
        Map<String, String> fields = fields(reply.body());
        return new TestingSession(
                this, fields.get("Sessionid"), fields.get("Sessionauth"), fields.get("Prefix"));
    }

    /** The members of a flat JSON object of strings. */
    static Map<String, String> fields(String json) {
        Map<String, String> fields = new TreeMap<>();
        for (String member : json.strip().replaceAll("^\\{|\\}$", "").split(",")) {
            String[] pair = member.split(":", 2);
            fields.put(unquoted(pair[0]), unquoted(pair[1]));
        }
        return fields;
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }
}
