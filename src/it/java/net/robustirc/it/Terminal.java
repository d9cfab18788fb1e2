package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A program in a tmux of its own: types as a person would and reads the screen. */
final class Terminal implements AutoCloseable {
    private static final Path TMUX = Path.of("/usr/bin/tmux");

    private final String socket;

    private Terminal(String socket) {
        this.socket = socket;
    }

    static boolean available(Path program) {
        return Files.isExecutable(TMUX) && Files.isExecutable(program);
    }

    static Terminal run(Path socket, List<String> command) throws IOException {
        Terminal terminal = new Terminal(socket.toString());
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("new-session", "-d", "-x", "180", "-y", "50"));
        arguments.addAll(command);
        terminal.tmux(arguments.toArray(String[]::new));
        return terminal;
    }

    private String tmux(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(TMUX.toString(), "-S", socket, "-u"));
        command.addAll(List.of(arguments));
        return Processes.run(command);
    }

    /** Types a line and presses Enter. */
    void type(String line) throws IOException {
        tmux("send-keys", "-l", line);
        tmux("send-keys", "Enter");
    }

    String screen() throws IOException {
        return tmux("capture-pane", "-p");
    }

    /** Waits for the text; fails with what is on the screen instead. */
    void awaitOnScreen(String text) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> screen().contains(text));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not on the screen: " + text + "\n" + screen(), e);
        }
    }

    @Override
    public void close() throws IOException {
        tmux("kill-server");
    }
}
