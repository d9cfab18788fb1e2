package net.robustirc.tools.localnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import net.robustirc.tools.PrivateFiles;

/**
 * The processes of a localnet on file, one {@code PID START_MILLIS} a line, so that the next one
 * finds those which a localnet that died hard left behind. The start time tells a process from a
 * later one of the same pid.
 */
record ProcessTable(Path file) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void write(List<Child> children) throws IOException {
        PrivateFiles.write(
                file,
                children.stream()
                        .map(child -> ProcessHandle.of(child.pid()))
                        .flatMap(Optional::stream)
                        .map(handle -> handle.pid() + " " + start(handle) + "\n")
                        .collect(Collectors.joining()));
    }

    /** Stops what is left; returns how many there were. */
    int clean() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        List<ProcessHandle> left =
                Files.readAllLines(file).stream()
                        .map(ProcessTable::find)
                        .flatMap(Optional::stream)
                        .toList();
        left.forEach(ProcessHandle::destroy);
        left.forEach(ProcessTable::awaitEnd);
        Files.delete(file);
        return left.size();
    }

    private static Optional<ProcessHandle> find(String line) {
        String[] words = line.split(" ");
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> start(handle) == Long.parseLong(words[1]));
    }

    private static long start(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
