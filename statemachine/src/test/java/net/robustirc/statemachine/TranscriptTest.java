package net.robustirc.statemachine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.robustirc.statemachine.testing.Transcript;
import net.robustirc.statemachine.testing.TranscriptRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every transcript, on two machines and a third that is restored after each entry. */
class TranscriptTest {
    @TestFactory
    List<DynamicTest> transcripts() throws IOException, URISyntaxException {
        Path folder = Path.of(TranscriptTest.class.getResource("/transcripts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(TranscriptTest::test)
                    .toList();
        }
    }

    private static DynamicTest test(String name) {
        return DynamicTest.dynamicTest(name, () -> new TranscriptRun().run(Transcript.load(name)));
    }
}
