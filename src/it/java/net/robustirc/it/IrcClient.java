package net.robustirc.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A plain IRC client on a real socket; keeps every line it got. */
final class IrcClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String nick;
    private final Socket socket;
    private final OutputStream out;
    private final List<String> lines = new ArrayList<>();

    private IrcClient(String nick, Socket socket) throws IOException {
        this.nick = nick;
        this.socket = socket;
        this.out = socket.getOutputStream();
        Thread reader = new Thread(this::read, "irc-client-" + nick);
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects, registers and waits for the end of the MOTD. */
    static IrcClient connect(String nick, int port) throws IOException {
        IrcClient client = new IrcClient(nick, new Socket(InetAddress.getLoopbackAddress(), port));
        client.send("NICK " + nick);
        client.send("USER " + nick + " 0 * :" + nick + " of the tests");
        client.await(line -> line.contains(" 376 ") || line.contains(" 422 "));
        return client;
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("PING ")) {
                    send("PONG " + line.substring(5));
                }
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            synchronized (lines) {
                lines.add("(socket closed: " + e.getMessage() + ")");
            }
        }
    }

    synchronized void send(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Joins and waits for the end of the list of names. */
    void join(String channel) throws IOException {
        send("JOIN " + channel);
        await(line -> line.contains(" 366 " + nick + " " + channel + " "));
    }

    /** The first line, new or old, that fits. */
    String await(Predicate<String> wanted) {
        Awaitility.await(nick + " waits for a line")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .conditionEvaluationListener(null)
                .until(() -> lines().stream().anyMatch(wanted));
        return lines().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Every line so far, in the order of arrival. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The texts of the PRIVMSGs that another nick sent to that target. */
    List<String> textsFrom(String other, String target) {
        String head = ":" + other + "!";
        String middle = " PRIVMSG " + target + " :";
        return lines().stream()
                .filter(line -> line.startsWith(head) && line.contains(middle))
                .map(line -> line.substring(line.indexOf(middle) + middle.length()))
                .toList();
    }

    String nick() {
        return nick;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
