package net.robustirc.war.stream;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.robustirc.consensus.output.OutputLimits;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real container, a real output log and delivery between them; the test is the apply thread. */
final class TestingNode implements AutoCloseable {
    /** Sessions are numbered from here; the node's first command comes a thousand later. */
    static final long FIRST_ID = (1L << 62) + 1;

    static final List<String> SERVERS = List.of("leader.example:13001", "node2.example:13002");

    private static final int FIRST_PORT = 22_100;

    private static final OutputLimits SMALL =
            new OutputLimits(64 << 10, 4 << 10, 64, 64 << 10, 64 << 10);

    final SegmentedOutputLog log;
    final Delivery delivery;
    final Set<SessionId> gone = ConcurrentHashMap.newKeySet();
    final AtomicBoolean cutOff = new AtomicBoolean();
    final AtomicBoolean unreadable = new AtomicBoolean();
    final AtomicBoolean broken = new AtomicBoolean();
    final Queue<Error> errors = new ConcurrentLinkedQueue<>();
    private final Server server;
    private final ServerConnector connector;
    private long id = FIRST_ID + 999;

    TestingNode(Path directory) throws Exception {
        this(directory, Duration.ofSeconds(20), 1);
    }

    TestingNode(Path directory, Duration pingInterval, int shards) throws Exception {
        log = SegmentedOutputLog.open(directory, SMALL);
        log.restore(List.of(), FIRST_ID - 1);
        delivery =
                new Delivery(
                        new BreakableLog(log, unreadable, broken),
                        new DeliverySettings(
                                shards,
                                pingInterval,
                                Duration.ofMillis(200),
                                () -> SERVERS,
                                session -> !gone.contains(session),
                                cutOff::get,
                                errors::add));
        server = new Server(new QueuedThreadPool(16));
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(new StreamServlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        listen();
        server.start();
    }

    /** On a port below those that the system gives to clients. */
    private void listen() throws IOException {
        for (int port = FIRST_PORT; port < FIRST_PORT + 100; port++) {
            try {
                connector.setPort(port);
                connector.open();
                return;
            } catch (BindException e) {
                // Another test has it.
                continue;
            }
        }
        throw new BindException("no port is free");
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Sends lines to one session, as the output of one command; returns its id. */
    long say(SessionId session, String... texts) {
        List<OutputLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new OutputLine(lines.size() + 1, new Recipients.One(session), text));
        }
        return append(lines, List.of());
    }

    /** A session ends, with a last line. */
    long end(SessionId session, String text) {
        OutputLine line = new OutputLine(1, new Recipients.One(session), text);
        return append(List.of(line), List.of(session));
    }

    /** Another snapshot is installed: nothing up to that many commands from now is here. */
    void skip(long commands) throws IOException {
        id += commands;
        log.restore(List.of(), id);
    }

    long append(List<OutputLine> lines, List<SessionId> ended) {
        id++;
        log.append(new Output(id, id - FIRST_ID, lines, ended));
        return id;
    }

    @Override
    public void close() throws IOException {
        delivery.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the container does not stop", e);
        }
        log.close();
    }

    /** {@code GET /<session>?lastseen=<id>.<reply>}, as the resource will do it. */
    private final class StreamServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            SessionId session = new SessionId(Long.parseLong(request.getPathInfo().substring(1)));
            String[] seen = request.getParameter("lastseen").split("\\.");
            MessageId lastSeen = new MessageId(Long.parseLong(seen[0]), Integer.parseInt(seen[1]));
            StreamStart start = StreamStart.of(session, lastSeen, log);
            switch (start.verdict()) {
                case HERE -> delivery.open(request.startAsync(), session, start.from());
                case ELSEWHERE -> response.sendError(503);
                case LOST ->
                        delivery.refuse(
                                request.startAsync(), session, start.from(), "ERROR :too late");
            }
        }
    }
}
