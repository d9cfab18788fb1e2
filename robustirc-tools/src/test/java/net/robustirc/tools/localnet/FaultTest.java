package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultTest {
    @TempDir private Path directory;

    @Test
    void error_isFoundBehindItsStackTrace_withoutTheLogsOwnWords() throws Exception {
        Path log =
                log(
                        """
                        2026-11-22 17:17:03.401:INFO :oejs.Server:main: jetty
                        2026-11-22 17:17:03.503 ERROR n.r.w.boot.NodeListener - The disk is full
                        java.io.IOException: No space left on device
                        \tat java.base/java.io.File.x(File.java:1)
                        \t... 3 more
                        bye
                        """);

        assertThat(Fault.of(log, 0)).contains("The disk is full");
    }

    @Test
    void withoutAnError_theLastLineCounts() throws Exception {
        assertThat(Fault.of(log("one\ntwo\n\n"), 0)).contains("two");
    }

    @Test
    void whatEveryProcessSays_isNoReason() throws Exception {
        String said =
                """
                2026-11-22 17:17:03.503 INFO  n.r.w.boot.NodeListener - Listening
                2026-11-22 17:17:04.503 WARN  o.a.r.util.JvmPauseMonitor - GC pool had collection(s)
                """;

        assertThat(Fault.of(log(said), 0)).isEmpty();
        assertThat(Fault.of(log("Killed\n" + said), 0)).contains("Killed");
    }

    @Test
    void whatEarlierProcessesSaid_doesNotCount() throws Exception {
        Path log = log("ERROR long ago\nnow\n");

        assertThat(Fault.of(log, "ERROR long ago\n".length())).contains("now");
        assertThat(Fault.of(log, Files.size(log))).isEmpty();
    }

    @Test
    void missingLog_tellsNothing() {
        assertThat(Fault.of(directory.resolve("none"), 0)).isEmpty();
    }

    private Path log(String text) throws Exception {
        return Files.writeString(directory.resolve("stdout.log"), text);
    }
}
