package net.robustirc.tools.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a process has used so far.
 *
 * @param cpuSeconds of all its threads
 * @param residentBytes now
 */
record ProcessUse(double cpuSeconds, long residentBytes) {
    /** Linux counts in hundredths for every process, whatever the kernel does inside. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIELDS_BEFORE_USER_TIME = 11;

    /** Empty cases where there is no /proc, or no such process. */
    static Optional<ProcessUse> of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        OptionalDouble cpu = cpuSeconds(process.resolve("stat"));
        OptionalLong resident = residentBytes(process.resolve("status"));
        return cpu.isPresent() && resident.isPresent()
                ? Optional.of(new ProcessUse(cpu.getAsDouble(), resident.getAsLong()))
                : Optional.empty();
    }

    private static OptionalDouble cpuSeconds(Path stat) {
        try {
            String text = Files.readString(stat);
            // The name, in parentheses, may hold spaces.
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            long ticks =
                    Long.parseLong(fields[FIELDS_BEFORE_USER_TIME])
                            + Long.parseLong(fields[FIELDS_BEFORE_USER_TIME + 1]);
            return OptionalDouble.of(ticks / TICKS_PER_SECOND);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalLong residentBytes(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
