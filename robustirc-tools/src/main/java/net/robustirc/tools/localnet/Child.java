package net.robustirc.tools.localnet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.robustirc.tools.ToolException;

/** One process that a localnet looks after; started as often as wanted, one at a time. */
final class Child {
    private static final long LOG_KEPT_BYTES = 16L << 20;
    private static final File NOTHING = new File("/dev/null");

    private final String name;
    private final List<String> command;
    private final Path directory;
    private volatile Process process;
    private volatile long logBegin;

    /**
     * Nothing is started yet.
     *
     * @param directory where it works and logs
     */
    Child(String name, List<String> command, Path directory) {
        this.name = name;
        this.command = List.copyOf(command);
        this.directory = directory;
    }

    String name() {
        return name;
    }

    /** Both of its standard streams. */
    Path log() {
        return directory.resolve("stdout.log");
    }

    /** What the last process said about its end, as far as its log tells. */
    Optional<String> fault() {
        return Fault.of(log(), logBegin);
    }

    /** Of the last process started; 0 if there was none. */
    long pid() {
        Process last = process;
        return last == null ? 0 : last.pid();
    }

    boolean alive() {
        Process last = process;
        return last != null && last.isAlive();
    }

    /** The process, while it lives. */
    Optional<ProcessHandle> handle() {
        Process last = process;
        return last != null && last.isAlive() ? Optional.of(last.toHandle()) : Optional.empty();
    }

    /** Starts it; its end, later, is told with the process that has ended. */
    synchronized void start(Consumer<Process> ended) {
        try {
            Files.createDirectories(directory);
            keepOneOldLog();
            logBegin = Files.exists(log()) ? Files.size(log()) : 0;
            ProcessBuilder builder =
                    new ProcessBuilder(shielded())
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            // A setting of the user's shell must not reach into this network.
            builder.environment().keySet().removeIf(key -> key.startsWith("ROBUSTIRC_"));
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            Process started = builder.start();
            process = started;
            started.onExit().thenAccept(ended);
        } catch (IOException e) {
            throw new ToolException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Ctrl-C and a closed terminal reach every process of the foreground group; this one is to hear
     * of it from us, in its turn. A signal ignored at the start stays ignored through exec, which
     * keeps the pid too, and a JVM leaves such a signal alone.
     */
    private List<String> shielded() {
        List<String> shielded =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }

    /** Asks it to stop. */
    void terminate() {
        Process last = process;
        if (last != null) {
            last.destroy();
        }
    }

    /** Waits for its end, then makes an end of it. */
    void awaitEnd(Duration patience) throws InterruptedException {
        Process last = process;
        if (last != null && !last.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            last.destroyForcibly().waitFor();
        }
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_KEPT_BYTES) {
            Files.move(
                    log(), directory.resolve("stdout.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
