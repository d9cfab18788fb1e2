package net.robustirc.war.boot;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * The port that the container opens once the node is up, where its configuration tells us. Looked
 * at before anything else starts, so that an operator reads a sentence and no stack trace.
 */
final class ContainerPort {
    private static final String HOST = "container.https.host";
    private static final String PORT = "container.https.port";

    private ContainerPort() {}

    /**
     * @throws IOException saying which port cannot be listened on
     */
    static void check(ServletContext context) throws IOException {
        String port = given(context, PORT);
        if (!port.isEmpty()) {
            check(given(context, HOST), Integer.parseInt(port));
        }
    }

    private static String given(ServletContext context, String name) {
        return Optional.ofNullable(context.getInitParameter(name)).orElse("");
    }

    /**
     * @param host empty for all addresses
     */
    static void check(String host, int port) throws IOException {
        InetSocketAddress address =
                host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw new IOException(
                    "The HTTPS port %d (jetty.ssl.port) cannot be listened on: %s."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }
}
