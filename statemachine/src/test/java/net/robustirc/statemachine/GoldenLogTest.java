package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.robustirc.irc.IrcMessage;
import net.robustirc.statemachine.command.Commands;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.testing.GoldenLog;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

/**
 * One log gives the same bytes on every JDK (design D1). Whether the bytes are right is no question
 * of this test: transcripts say so, line by line, and here every line must be a legal one. The
 * digests are committed so that a JDK can be compared with one that is not there; they change with
 * the behaviour, and then {@code -Drobustirc.golden=write} writes them anew. Where they differ
 * unexpectedly, compare {@code target/golden-17.txt} with {@code target/golden-25.txt}.
 */
class GoldenLogTest {
    private static final String DIGESTS = "/golden/digests.txt";

    /** Where Debian and most others keep their JDKs; {@code -Drobustirc.jdks=FOLDER} elsewhere. */
    private static final Path JDKS = Path.of(System.getProperty("robustirc.jdks", "/usr/lib/jvm"));

    private static final boolean WRITE = "write".equals(System.getProperty("robustirc.golden"));

    private final GoldenLog log = GoldenLog.replayed();

    @Test
    void log_givesTheCommittedDigests() throws IOException {
        int java = Runtime.version().feature();
        Files.writeString(Path.of("target", "golden-" + java + ".txt"), log.text());
        if (WRITE) {
            Files.writeString(Path.of("src/test/resources" + DIGESTS), log.digests());
        } else {
            assertThat(log.digests()).isEqualTo(GoldenLog.read(DIGESTS));
        }
    }

    @Test
    void log_hasEveryKindOfCommand() {
        SortedSet<String> posted = new TreeSet<>();
        SortedSet<String> kinds = new TreeSet<>();
        for (Command command : log.commands()) {
            kinds.add(command.getClass().getSimpleName());
            if (command instanceof Command.IrcLine line) {
                posted.add(IrcMessage.parse(line.line()).command());
            }
        }
        assertThat(posted).containsAll(Commands.names()).containsAll(Commands.ofServices());
        assertThat(kinds)
                .containsAll(
                        Arrays.stream(Command.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
    }

    @Test
    void otherJdks_giveTheSameDigests() throws Exception {
        List<Path> others = otherJdks();
        assumeFalse(
                others.isEmpty(),
                "SKIPPED GoldenLogTest.otherJdks: no JDK of another version in " + JDKS);
        for (Path java : others) {
            assertThat(digestsBy(java)).as(java.toString()).isEqualTo(log.digests());
        }
    }

    private static String digestsBy(Path java) throws Exception {
        List<String> folders = new ArrayList<>();
        for (Class<?> type : List.of(GoldenLog.class, IrcStateMachine.class, TreePMap.class)) {
            folders.add(folder(type));
        }
        Process child =
                new ProcessBuilder(
                                java.toString(),
                                "-cp",
                                String.join(":", folders),
                                GoldenLog.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String answer = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return answer;
    }

    private static String folder(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    /** One of each version that can run the project. */
    private static List<Path> otherJdks() throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return List.of();
        }
        SortedSet<Integer> versions = new TreeSet<>(List.of(Runtime.version().feature()));
        List<Path> found = new ArrayList<>();
        try (Stream<Path> jdks = Files.list(JDKS)) {
            for (Path jdk : jdks.sorted().toList()) {
                Path java = jdk.resolve("bin/java");
                if (Files.isExecutable(java) && versions.add(version(jdk))) {
                    found.add(java);
                }
            }
        }
        return found;
    }

    /** The feature version; that of the running JDK where it is unknown. */
    private static int version(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        if (Files.isReadable(release)) {
            for (String line : Files.readAllLines(release)) {
                if (line.startsWith("JAVA_VERSION=")) {
                    int version = Runtime.Version.parse(line.split("\"")[1]).feature();
                    return version < 17 ? Runtime.version().feature() : version;
                }
            }
        }
        return Runtime.version().feature();
    }
}
