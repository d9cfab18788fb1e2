package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in the end of a process's log what it died of. */
final class Fault {
    private static final int END_BYTES = 16 << 10;

    /** Time, level and logger, as Logback writes them. */
    private static final Pattern PREFIX =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ [A-Z]+ +\\S+ - ");

    /** What says of itself that it is no error. */
    private static final Pattern HARMLESS =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\S+ (INFO|WARN) .*");

    private Fault() {}

    /**
     * The last line that speaks of an error, else the last that is no message of the log; empty if
     * there is none.
     *
     * @param from where in the log the process began, in bytes
     */
    static Optional<String> of(Path log, long from) {
        List<String> lines;
        try {
            lines =
                    end(log, from)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !stackFrame(line))
                            .toList();
        } catch (IOException e) {
            return Optional.empty();
        }
        Optional<String> last = Optional.empty();
        Optional<String> lastError = Optional.empty();
        for (String line : lines) {
            if (speaksOfError(line)) {
                lastError = Optional.of(line);
            } else if (!HARMLESS.matcher(line).matches()) {
                last = Optional.of(line);
            }
        }
        return (lastError.isPresent() ? lastError : last)
                .map(line -> PREFIX.matcher(line).replaceFirst(""));
    }

    private static boolean stackFrame(String line) {
        return line.startsWith("at ") || line.startsWith("... ");
    }

    private static boolean speaksOfError(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("error") || lower.contains("fatal") || lower.contains("cannot");
    }

    private static String end(Path log, long begin) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.min(file.length(), Math.max(begin, file.length() - END_BYTES));
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
