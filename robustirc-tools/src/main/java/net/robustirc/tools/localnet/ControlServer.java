package net.robustirc.tools.localnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import net.robustirc.tools.PrivateFiles;

/**
 * Takes orders for a running localnet: one line {@code TOKEN restart NODE} per connection on a
 * loopback port, answered by {@code ok} or a sentence. Port and token stand in a file that only the
 * user may read.
 */
final class ControlServer implements AutoCloseable {
    private static final int MAX_WAIT_FOR_ORDER_MILLIS = 5_000;

    /** Does what was asked for. */
    interface Orders {
        /** Returns when the node is ready again; throws with a sentence why it is not. */
        void restart(String node) throws InterruptedException;
    }

    private final ServerSocket socket;
    private final Path file;
    private final String token = NetworkFile.secret();
    private final Orders orders;

    private ControlServer(ServerSocket socket, Path file, Orders orders) {
        this.socket = socket;
        this.file = file;
        this.orders = orders;
    }

    static ControlServer open(Path file, Orders orders) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ControlServer server = new ControlServer(socket, file, orders);
        PrivateFiles.write(file, socket.getLocalPort() + " " + server.token + "\n");
        Thread thread = new Thread(server::serve, "control");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.setSoTimeout(MAX_WAIT_FOR_ORDER_MILLIS);
                answer(connection);
            } catch (IOException e) {
                // The other side went away, or this one is closing; the next order is not affected.
                continue;
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out =
                new PrintWriter(
                        new OutputStreamWriter(
                                connection.getOutputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        out.println(line == null ? "no order" : obey(line.split(" ")));
        out.flush();
    }

    private String obey(String[] words) {
        if (words.length != 3 || !known(words[0]) || !words[1].equals("restart")) {
            return "not an order of this localnet";
        }
        try {
            orders.restart(words[2]);
            return ControlClient.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean known(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
