package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** npm's irc-framework in a Node process: takes calls of its methods, tells its events. */
final class Framework implements AutoCloseable {
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "client.js");

    private final Process process;
    private final Writer calls;
    private final List<String> events = new ArrayList<>();

    private Framework(Process process) {
        this.process = process;
        this.calls = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "irc-framework");
        reader.setDaemon(true);
        reader.start();
    }

    static boolean available() {
        return List.of("node", "npm").stream().allMatch(Framework::onPath);
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Installs the library as the lock file says; fails with npm's words where it cannot. */
    static void install(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (var in = Framework.class.getResourceAsStream("/irc-framework/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        Processes.run(
                List.of(
                        "npm",
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        folder.toString()));
    }

    static Framework connect(Path folder, int port, String nick) throws IOException {
        String script = folder.resolve("client.js").toString();
        Process process =
                new ProcessBuilder("node", script, String.valueOf(port), nick)
                        .redirectErrorStream(true)
                        .start();
        return new Framework(process);
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (events) {
                    events.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a method of the client. */
    void call(String... methodAndArguments) throws IOException {
        calls.write(new ObjectMapper().writeValueAsString(methodAndArguments) + "\n");
        calls.flush();
    }

    /** Waits for an event of that name whose JSON has all these parts. */
    void awaitEvent(String name, String... parts) {
        await("irc-framework's event " + name + " with " + List.of(parts))
                .atMost(Duration.ofSeconds(30))
                .failFast("it ended: " + events(), () -> !process.isAlive())
                .until(() -> events().stream().anyMatch(event -> fits(event, name, parts)));
    }

    private static boolean fits(String event, String name, String... parts) {
        return event.startsWith(name + " ") && List.of(parts).stream().allMatch(event::contains);
    }

    /** Events that begin so, each on a line. */
    String eventsLike(String head) {
        return events().stream()
                .filter(event -> event.startsWith(head))
                .collect(Collectors.joining("\n"));
    }

    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    @Override
    public void close() throws IOException {
        calls.close();
        Processes.awaitEnd(process, 10);
    }
}
