package net.robustirc.session.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.wire.JsonText;

/** One HTTPS server of a {@link FakeNetwork}. */
public final class FakeServer {
    private static final int FIRST_PORT = 23100;
    private static final int LAST_PORT = 23999;
    private static int nextPort = FIRST_PORT + (int) (ProcessHandle.current().pid() % 800);

    private final FakeNetwork network;
    private final int number;
    private final SSLContext tls;
    private final int port;
    private final Map<Kind, Answer> standing = new ConcurrentHashMap<>();
    private final Map<Kind, Queue<Answer>> scripted = new ConcurrentHashMap<>();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch running = new CountDownLatch(0);
    private HttpsServer http;

    /** What to do with a request in place of the ordinary. */
    @FunctionalInterface
    public interface Answer {
        /** Handles the exchange; the request's body has been read. */
        void handle(FakeRequest request, HttpExchange exchange) throws IOException;

        /** An answer with this status and body, and nothing done. */
        static Answer status(int status, String body) {
            return (request, exchange) -> reply(exchange, status, body);
        }

        /** No answer until the client or the server goes. */
        static Answer silence() {
            return (request, exchange) -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    exchange.close();
                }
            };
        }

        /** A stream with exactly these bytes, piece by piece, kept open afterwards if asked. */
        static Answer bytes(boolean keepOpen, byte[]... pieces) {
            return (request, exchange) -> {
                exchange.sendResponseHeaders(200, 0);
                OutputStream out = exchange.getResponseBody();
                for (byte[] piece : pieces) {
                    out.write(piece);
                    out.flush();
                }
                if (keepOpen) {
                    silence().handle(request, exchange);
                }
                exchange.close();
            };
        }
    }

    FakeServer(FakeNetwork network, int number, String certificateName) throws IOException {
        this.network = network;
        this.number = number;
        this.tls = TestAuthority.shared().serverContext(certificateName);
        this.port = bindSomewhere();
    }

    private int bindSomewhere() throws IOException {
        while (true) {
            int candidate = takePort();
            try {
                bind(candidate);
                return candidate;
            } catch (BindException e) {
                // somebody else has it; there are plenty
            }
        }
    }

    private static synchronized int takePort() {
        nextPort = nextPort >= LAST_PORT ? FIRST_PORT : nextPort + 1;
        return nextPort;
    }

    private void bind(int where) throws IOException {
        http =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), where), 50);
        http.setHttpsConfigurator(new HttpsConfigurator(tls));
        http.setExecutor(network.threads());
        http.createContext("/", this::serve);
        http.start();
    }

    /** {@code localhost:port}. */
    public String address() {
        return "localhost:" + port;
    }

    /** Breaks every connection and refuses new ones. */
    public void kill() {
        http.stop(0);
    }

    /** Comes back on the same port. */
    public void restart() throws IOException {
        bind(port);
    }

    /** Holds everything back, as a stopped process does; connections are still made. */
    public void freeze() {
        running = new CountDownLatch(1);
    }

    /** Goes on with what was held back. */
    public void thaw() {
        running.countDown();
    }

    private void awaitThaw() {
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers every request of this kind so, until {@link #behave}. */
    public void always(Kind kind, Answer answer) {
        standing.put(kind, answer);
    }

    /** Answers the next request of this kind so; later ones queue behind. */
    public void next(Kind kind, Answer answer) {
        scripted.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    /** Back to the ordinary. */
    public void behave() {
        standing.clear();
        scripted.clear();
    }

    /** How many connections have carried a request. */
    public int connectionsSeen() {
        return clients.size();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Kind kind = Kind.of(exchange.getRequestMethod(), path);
        String body;
        try (InputStream in = exchange.getRequestBody()) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String target = exchange.getRequestURI().toString();
        FakeRequest request = new FakeRequest(number, kind, target, headers(exchange), body);
        network.record(request);
        clients.add(exchange.getRemoteAddress());
        awaitThaw();
        answer(request).handle(request, exchange);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                entry -> entry.getValue().get(0)));
    }

    private Answer answer(FakeRequest request) {
        Queue<Answer> queue = scripted.get(request.kind());
        Answer once = queue == null ? null : queue.poll();
        if (once != null) {
            return once;
        }
        return standing.getOrDefault(request.kind(), this::ordinary);
    }

    /** What a healthy server does; a scripted answer may fall back on it. */
    public void ordinary(FakeRequest request, HttpExchange exchange) throws IOException {
        if (request.kind() == Kind.CREATE) {
            create(exchange);
            return;
        }
        Optional<FakeSession> session =
                request.kind() == Kind.UNKNOWN ? Optional.empty() : session(request);
        if (session.isEmpty()) {
            reply(exchange, 404, "No such session");
        } else {
            serve(session.get(), request, exchange);
        }
    }

    /** Takes a post without a word to the client, as a server does that dies then. */
    public void take(FakeRequest request) throws IOException {
        session(request).orElseThrow().post(post(request.body()));
    }

    private Optional<FakeSession> session(FakeRequest request) {
        String id = request.path().split("[/?]")[3];
        return network.find(id, request.header("x-session-auth").orElse(""));
    }

    private void serve(FakeSession session, FakeRequest request, HttpExchange exchange)
            throws IOException {
        switch (request.kind()) {
            case POST -> {
                session.post(post(request.body()));
                reply(exchange, 200, "");
            }
            case DELETE -> {
                session.delete(members(request.body()).get("Quitmessage"));
                reply(exchange, 200, "");
            }
            default -> stream(session, request.path(), exchange);
        }
    }

    private void create(HttpExchange exchange) throws IOException {
        FakeSession session = network.createSession();
        reply(
                exchange,
                200,
                "{\"Sessionid\":\"%s\",\"Sessionauth\":\"%s\",\"Prefix\":\"%s\"}\n"
                        .formatted(session.id(), session.auth(), FakeNetwork.PREFIX));
    }

    private FakeSession.Post post(String body) throws IOException {
        Map<String, String> members = members(body);
        long id = new BigInteger(members.get("ClientMessageId")).longValue();
        return new FakeSession.Post(members.get("Data"), id, number);
    }

    private static Map<String, String> members(String json) throws IOException {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                parser.nextToken();
                members.put(name, parser.getText());
            }
        }
        return members;
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void stream(FakeSession session, String path, HttpExchange exchange)
            throws IOException {
        long seen = Long.parseLong(path.substring(path.indexOf('=') + 1).split("\\.")[0]);
        int stream = session.openStream();
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            write(out, ping());
            while (session.isCurrent(stream)) {
                Optional<FakeSession.Line> line =
                        session.awaitLineAfter(seen, stream, network.pingMillis());
                awaitThaw();
                write(out, line.map(FakeServer::object).orElseGet(this::ping));
                seen = line.map(FakeSession.Line::id).orElse(seen);
            }
        } catch (InterruptedException e) {
            exchange.close();
        }
    }

    private static void write(OutputStream out, String object) throws IOException {
        out.write((object + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String object(FakeSession.Line line) {
        return line(line.id(), line.reply(), line.data());
    }

    /** The object of one line. */
    public static String line(long id, long reply, String data) {
        return "{\"Id\":{\"Id\":%d,\"Reply\":%d},\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":3,\"Data\":%s,\"UnixNano\":0}"
                .formatted(id, reply, JsonText.quoted(data));
    }

    private String ping() {
        return ping(network.announced());
    }

    /** The object of one ping that names these servers. */
    public static String ping(List<String> servers) {
        String names =
                servers.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return "{\"Id\":{\"Id\":0,\"Reply\":0},\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":4,\"Data\":\"\",\"UnixNano\":0,\"Servers\":[%s]}"
                .formatted(names);
    }
}
