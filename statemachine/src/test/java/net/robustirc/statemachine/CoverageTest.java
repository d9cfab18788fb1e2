package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.command.Commands;
import net.robustirc.statemachine.testing.Step;
import net.robustirc.statemachine.testing.Transcript;
import net.robustirc.statemachine.testing.TranscriptRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every command, also of services, and every numeric has a transcript; which one is printed to a
 * file.
 */
class CoverageTest {
    /** What no transcript can reach, and the test that holds it. */
    private static final Map<String, String> ELSEWHERE =
            new TreeMap<>(Map.of("263", "LongAnswersTest", "416", "LongAnswersTest"));

    private static final Path REPORT = Path.of("target", "coverage.txt");

    private final SortedMap<String, SortedSet<String>> posted = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> linked = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> expected = new TreeMap<>();
    private final SortedSet<String> links = new TreeSet<>();

    @BeforeEach
    void read() throws IOException, URISyntaxException {
        Path folder = Path.of(CoverageTest.class.getResource("/transcripts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                links.clear();
                Transcript.load(name).steps().forEach(step -> read(name, step));
            }
        }
    }

    private void read(String name, Step step) {
        if (step instanceof Step.Post post) {
            String command = IrcMessage.parse(post.line()).command();
            add(links.contains(post.session()) ? linked : posted, command, name);
            if (command.equals("SERVER")) {
                links.add(post.session());
            }
        } else if (step instanceof Step.Expect expect) {
            IrcMessage message = IrcMessage.parse(expect.line());
            if (message.prefix().equals(TranscriptRun.NETWORK)) {
                add(expected, message.command(), name);
            }
        }
    }

    private static void add(
            SortedMap<String, SortedSet<String>> map, String key, String transcript) {
        map.computeIfAbsent(key, unused -> new TreeSet<>()).add(transcript);
    }

    @Test
    void everyCommandAndNumeric_hasATranscript() throws IOException {
        List<String> report = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String command : Commands.names()) {
            line(report, missing, command, posted.get(command));
        }
        for (String command : Commands.ofServices()) {
            line(report, missing, "services " + command, linked.get(command));
        }
        for (Numeric numeric : Numeric.values()) {
            SortedSet<String> found = expected.get(numeric.code());
            String elsewhere = ELSEWHERE.get(numeric.code());
            String what = numeric.code() + " " + numeric.name();
            line(
                    report,
                    missing,
                    what,
                    found == null && elsewhere != null ? new TreeSet<>(List.of(elsewhere)) : found);
        }
        Files.write(REPORT, report);
        assertThat(missing).isEmpty();
    }

    private static void line(
            List<String> report, List<String> missing, String what, SortedSet<String> where) {
        if (where == null) {
            missing.add(what);
        }
        report.add(what + ": " + (where == null ? "nothing" : String.join(" ", where)));
    }
}
