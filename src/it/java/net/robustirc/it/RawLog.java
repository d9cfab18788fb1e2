package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands between one client and the bridge and keeps every line that the network sent. */
final class RawLog implements AutoCloseable {
    private final ServerSocket door;
    private final int ircPort;
    private final List<String> lines = new ArrayList<>();

    RawLog(int ircPort) throws IOException {
        this.ircPort = ircPort;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::connect);
    }

    /** Where the client connects. */
    int port() {
        return door.getLocalPort();
    }

    /**
     * Fails if the network refused anything: numerics from 400 up. Not the 451 that irssi provokes
     * by an early {@code JOIN :} to learn that the server is there, and keeps to itself, and not
     * the 422 that says at login that there is no message of the day (RFC 2812 5.1).
     */
    void assertNoErrors() {
        List<String> seen = lines();
        assertThat(seen).anyMatch(line -> line.matches(":\\S+ 001 .*"));
        assertThat(seen)
                .noneMatch(
                        line ->
                                line.matches(":\\S+ (4\\d\\d|5\\d\\d) .*")
                                        && !line.matches(":\\S+ (451 \\*|422) .*"));
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private void connect() throws IOException {
        try (Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), ircPort)) {
            start(() -> client.getInputStream().transferTo(server.getOutputStream()));
            copy(server.getInputStream(), client.getOutputStream());
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
            for (int i = 0; i < size; i++) {
                if (buffer[i] == '\n') {
                    keep(line.toString(StandardCharsets.UTF_8).stripTrailing());
                    line.reset();
                } else {
                    line.write(buffer[i]);
                }
            }
            out.write(buffer, 0, size);
            out.flush();
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.add(line);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                keep("(ended: " + e.getMessage() + ")");
                            }
                        },
                        "raw-log");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
