package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
    private static final List<String> LONG = List.of("sleep", "600");

    @TempDir private Path directory;
    private final StringWriter out = new StringWriter();
    private Supervisor supervisor;

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void death_isUndoneAfterTwoSeconds() {
        Child child = supervise(true, LONG);
        long first = child.pid();
        long killed = kill(child);

        await().atMost(Duration.ofSeconds(20)).until(child::alive);
        assertThat(Duration.ofNanos(System.nanoTime() - killed))
                .isGreaterThanOrEqualTo(Supervisor.RESTART_DELAY);
        assertThat(child.pid()).isNotEqualTo(first);
    }

    @Test
    void death_whenUnwanted_staysUntilRestart() throws Exception {
        Child child = supervise(false, LONG);
        kill(child);

        await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("code 137"));
        assertThat(child.alive()).isFalse();
        supervisor.restart(child);
        assertThat(child.alive()).isTrue();
    }

    @Test
    void restart_ofALiveProcess_replacesIt() throws Exception {
        Child child = supervise(false, LONG);
        long first = child.pid();
        supervisor.restart(child);

        assertThat(child.alive()).isTrue();
        assertThat(child.pid()).isNotEqualTo(first);
        assertThat(ProcessHandle.of(first)).isEmpty();
        String ended = "(pid " + first + ") ended with code 143.";
        String again = "started again (pid " + child.pid() + ").";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(out.toString()).contains(ended).contains(again));
    }

    @Test
    void close_endsWhatIgnoresTheRequestToo() {
        Child child =
                supervise(true, List.of("sh", "-c", "trap '' TERM; while true; do sleep 1; done"));
        child.terminate();
        supervisor.close();

        assertThat(child.alive()).isFalse();
    }

    @Test
    void exit_withAnError_tellsWhatTheProcessSaid() {
        supervise(
                false,
                List.of("sh", "-c", "echo fine; echo 'ERROR port 1 is taken'; echo bye; exit 3"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(out.toString())
                                        .contains("ended with code 3.")
                                        .contains("It said: ERROR port 1 is taken"));
    }

    @Test
    void processTable_findsWhatIsLeft_andNothingElse() throws IOException {
        Child left = supervise(false, LONG);
        ProcessTable table = new ProcessTable(directory.resolve("processes"));
        table.write(List.of(left));
        Files.writeString(
                table.file(),
                Files.readString(table.file()) + ProcessHandle.current().pid() + " 1\n");

        assertThat(table.clean()).isEqualTo(1);
        assertThat(left.alive()).isFalse();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(table.clean()).isZero();
    }

    /** A pid that went to somebody else meanwhile. */
    @Test
    void processTable_ofADeadChild_namesNobody() throws IOException {
        Child child = supervise(false, LONG);
        kill(child);
        ProcessTable table = new ProcessTable(directory.resolve("processes"));
        table.write(List.of(child));

        assertThat(table.file()).isEmptyFile();
    }

    @Test
    void processTable_withRubbish_isPutUpWith() throws IOException {
        ProcessTable table = new ProcessTable(directory.resolve("processes"));
        Files.writeString(table.file(), "\nx y\n99\n");
        supervise(false, LONG);

        assertThat(table.clean()).isZero();
        assertThat(table.file()).doesNotExist();
    }

    @Test
    void ctrlC_doesNotReachAChild() throws Exception {
        Child child = supervise(false, LONG);
        signal("INT", child);
        signal("HUP", child);

        await().during(Duration.ofMillis(300)).until(child::alive);
        child.terminate();
        child.awaitEnd(Duration.ofSeconds(20));
        assertThat(child.alive()).isFalse();
    }

    /** Once the shell has become the program. */
    private static void signal(String name, Child child) throws Exception {
        Path program = Path.of("/proc/" + child.pid() + "/comm");
        await().until(() -> Files.readString(program).strip().equals("sleep"));
        new ProcessBuilder("kill", "-" + name, Long.toString(child.pid())).start().waitFor();
    }

    @Test
    void childThatCannotBeStarted_isTriedUntilItCan() throws IOException {
        Path program = directory.resolve("program");
        Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
        program.toFile().setExecutable(true);
        Child child = supervise(true, List.of(program.toString()));
        Path place = directory.resolve("node1");
        kill(child);
        Files.move(place, directory.resolve("away"));
        Files.writeString(place, "not a directory");

        await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("cannot be"));
        Files.delete(place);
        await().atMost(Duration.ofSeconds(20)).until(child::alive);
    }

    @Test
    void endFirst_leavesTheOthersAndStartsNobody() {
        Child client = supervise(true, LONG);
        supervisor.endFirst(client, Duration.ofSeconds(20));

        assertThat(client.alive()).isFalse();
        assertThat(supervisor.stopping()).isTrue();
        assertThat(out.toString()).isEmpty();
    }

    private Child supervise(boolean restarting, List<String> command) {
        Child child = new Child("node 1", command, directory.resolve("node1"));
        supervisor =
                new Supervisor(
                        List.of(child),
                        restarting,
                        Duration.ofMillis(500),
                        new PrintWriter(out),
                        () -> {});
        supervisor.startAll();
        supervisor.watch();
        return child;
    }

    /** Returns when it was done, in nanoseconds. */
    private static long kill(Child child) {
        ProcessHandle handle = ProcessHandle.of(child.pid()).orElseThrow();
        long now = System.nanoTime();
        handle.destroyForcibly();
        handle.onExit().join();
        return now;
    }
}
