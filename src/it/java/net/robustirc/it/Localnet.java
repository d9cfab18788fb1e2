package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A network of real processes, started by the very tool that users start. Nodes count from 1. */
final class Localnet implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** Most of these networks live for less than a minute, too short for the optimising one. */
    private static final String QUICK_COMPILER = "--node-jvm-option=-XX:TieredStopAtLevel=1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path dir;
    private final int ircPort;
    private final List<String> command;
    private Process process;

    private Localnet(Path dir, int ircPort, List<String> command) {
        this.dir = dir;
        this.ircPort = ircPort;
        this.command = command;
    }

    /**
     * Starts three nodes and a bridge and waits until they take posts.
     *
     * @param ports first of a range of 200 free ports: the IRC port, HTTPS from +1, Raft from +101
     * @param options further options of {@code localnet}
     */
    static Localnet start(Path dir, int ports, String... options) throws IOException {
        List<String> command = new ArrayList<>(tools("localnet", "--dir", dir.toString()));
        command.addAll(List.of("--irc-port", String.valueOf(ports)));
        command.addAll(List.of("--http-port", String.valueOf(ports + 1)));
        command.add(QUICK_COMPILER);
        command.addAll(List.of(options));
        Localnet network = new Localnet(dir, ports, List.copyOf(command));
        network.startAgain();
        return network;
    }

    /** The command line of one of our tools. */
    static List<String> tools(String... arguments) {
        Path jar = root().resolve("robustirc-tools/target/robustirc-tools.jar");
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The project's top folder. */
    static Path root() {
        return Path.of(System.getProperty("robustirc.root"));
    }

    /** Starts it in the same directory, after {@link #stop()}. */
    void startAgain() throws IOException {
        Files.createDirectories(dir);
        Files.deleteIfExists(dir.resolve("localnet.json"));
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        dir.resolve("localnet.log").toFile()))
                        .start();
        try {
            await("localnet.json in " + dir)
                    .atMost(START_LIMIT)
                    .failFast("localnet ended, see localnet.log", () -> !process.isAlive())
                    .until(() -> Files.exists(dir.resolve("localnet.json")));
        } catch (RuntimeException e) {
            stop(); // or its processes would outlive the tests and hold their ports
            throw e;
        }
    }

    int ircPort() {
        return ircPort;
    }

    Path dir() {
        return dir;
    }

    Path caFile() {
        return Path.of(description().get("caFile").asText());
    }

    String password() {
        return description().get("networkPassword").asText();
    }

    String networkName() {
        return description().get("networkName").asText();
    }

    /** {@code https://localhost:PORT} of a node. */
    String url(int node) {
        return node(node).get("url").asText();
    }

    List<String> urls() {
        return List.of(url(1), url(2), url(3));
    }

    long pid(int node) {
        return node(node).get("pid").asLong();
    }

    long bridgePid() {
        return description().get("bridgePid").asLong();
    }

    Path dataDir(int node) {
        return Path.of(node(node).get("dataDir").asText());
    }

    private JsonNode node(int node) {
        return description().get("nodes").get(node - 1);
    }

    private JsonNode description() {
        try {
            return JSON.readTree(dir.resolve("localnet.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill(int node) {
        killAndWait(pid(node));
    }

    private static void killAndWait(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            await().atMost(Duration.ofSeconds(10)).until(() -> !handle.isAlive());
                        });
    }

    /**
     * Asks localnet to start a dead node (after {@code --no-restart}); returns when it is ready.
     */
    void restart(int node) throws IOException {
        Processes.run(tools("localnet", "restart", String.valueOf(node), "--dir", dir.toString()));
    }

    /** {@code kill -9} for all nodes at once; bridge and localnet live on. */
    void killAllNodes() {
        List<Long> pids = List.of(pid(1), pid(2), pid(3));
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        pids.forEach(Localnet::killAndWait);
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops everything gracefully, as Ctrl-C does. */
    void stop() {
        process.destroy();
        Processes.awaitEnd(process, 60);
    }
}
