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
 * The processes of a localnet on file, one {@code PID BIRTH} a line, so that the next one finds
 * those which a localnet that died hard left behind. The birth tells a process from a later one of
 * the same pid.
 */
record ProcessTable(Path file) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where Linux tells in which clock tick since boot a process began: proc(5), field 22. */
    private static final int TICKS_AFTER_NAME = 19;

    void write(List<Child> children) throws IOException {
        PrivateFiles.write(
                file, children.stream().map(ProcessTable::line).collect(Collectors.joining()));
    }

    /** Nothing if it has ended, perhaps while we looked: the pid may be a stranger's by now. */
    private static String line(Child child) {
        return child.handle()
                .map(handle -> handle.pid() + " " + birth(handle.pid()) + "\n")
                .filter(line -> child.alive())
                .orElse("");
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
        if (left.stream().noneMatch(ProcessHandle::isAlive)) {
            Files.delete(file);
        }
        return left.size();
    }

    private static Optional<ProcessHandle> find(String line) {
        int space = line.indexOf(' ');
        if (space < 1 || !line.substring(0, space).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(line, 0, space, 10);
        return ProcessHandle.of(pid).filter(handle -> birth(pid).equals(line.substring(space + 1)));
    }

    /** Where there is no /proc, the time by the clock, which a clock step changes. */
    private static String birth(long pid) {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return boot + "/" + afterName[TICKS_AFTER_NAME];
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Instant::toString)
                    .orElse("unknown");
        }
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
