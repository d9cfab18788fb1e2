package net.robustirc.war.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import net.robustirc.war.admin.Build;
import net.robustirc.war.boot.Node;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The whole web application on a real HTTP server, over a network in memory. */
public final class TestingNode implements AutoCloseable {
    public static final String PASSWORD = "sesame";

    private static final int CREATE_RATE = 5;
    private static final int FIRST_PORT = 22_500;
    private static final int LAST_PORT = 22_999;

    /** Small, so that a client that does not read is soon noticed. */
    private static final int SEND_BUFFER = 16 << 10;

    private final TestingConsensus consensus;
    private final CountDownLatch quit = new CountDownLatch(1);
    private final Node node;
    private final Server server = new Server();
    private final int port;

    private TestingNode(TestingConsensus consensus) throws Exception {
        this.consensus = consensus;
        node =
                new Node(
                        consensus,
                        new Node.Identity(TestingConsensus.OWN, PASSWORD, new FixedBuild()),
                        CREATE_RATE,
                        quit::countDown);
        port = freePort();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        // Lets a test come from another machine: who asks is whom the header names.
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new TestPeer());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(node.servlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
    }

    /** Starts one that leads. */
    public static TestingNode start() {
        return start(new TestingConsensus());
    }

    /** Starts one that another node leads. */
    public static TestingNode following() {
        TestingConsensus consensus = new TestingConsensus();
        consensus.follow();
        return start(consensus);
    }

    private static TestingNode start(TestingConsensus consensus) {
        try {
            return new TestingNode(consensus);
        } catch (Exception e) {
            throw new IllegalStateException("the test server does not start", e);
        }
    }

    private static int freePort() throws IOException {
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody has it; the next one may be free.
            }
        }
        throw new IOException("no free port");
    }

    public TestingConsensus consensus() {
        return consensus;
    }

    public HttpClient http() {
        return new HttpClient(port);
    }

    public Node node() {
        return node;
    }

    /** Opened once {@code POST /quit} was taken. */
    public CountDownLatch quit() {
        return quit;
    }

    @Override
    public void close() {
        node.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the test server does not stop", e);
        }
    }

    /** Takes the address of the TCP peer from a header of this name, where there is one. */
    private static final class TestPeer extends ForwardedRequestCustomizer {
        TestPeer() {
            setForwardedHeader("Test-Forwarded");
            setForwardedForHeader("Test-Peer");
            setForwardedHostHeader("Test-Host");
            setForwardedPortHeader("Test-Port");
            setForwardedProtoHeader("Test-Proto");
            setForwardedHttpsHeader("Test-Https");
            setForwardedServerHeader("Test-Server");
            setForwardedCipherSuiteHeader("Test-Cipher");
            setForwardedSslSessionIdHeader("Test-Ssl");
        }
    }

    private static final class FixedBuild implements Build {
        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public String hash() {
            return "00112233445566778899aabbccddeeff";
        }
    }
}
