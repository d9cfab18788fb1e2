package net.robustirc.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, in a small tree of its own with a Java and a Maven that only say so. */
final class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "robustirc");
    private static final String PATH = "/usr/bin:/bin";
    private static final String BUILDING = "robustirc: building...";
    private static final String ARCHIVING = "robustirc: archiving the classes of a node";

    @TempDir private Path top;
    private Path root;
    private Path source;

    /** What a call printed, both streams together. */
    private record Result(int code, String text) {}

    @BeforeEach
    void makeTree() throws IOException {
        root = top.resolve("a project");
        source = root.resolve("statemachine/src/main/java/A.java");
        write(root.resolve("pom.xml"), "");
        write(root.resolve("statemachine/pom.xml"), "");
        write(source, "");
        write(source.resolveSibling("B.java"), "");
        write(root.resolve("jetty-base/start.d/a.ini"), "");
        Files.copy(SCRIPT, root.resolve("robustirc"));
        program(top.resolve("jdk/bin/java"), "echo \"java: $*\"");
        program(top.resolve("jdk/bin/javac"), "true");
        write(top.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        program(
                top.resolve("bin/mvn"),
                """
                for product in robustirc-tools/target/robustirc-tools.jar \\
                    robustirc-bridge/target/robustirc-bridge.jar \\
                    robustirc-war/target/robustirc.war jetty-base/target/jetty-home/start.jar
                do
                    mkdir -p "$(dirname "$product")" && touch "$product"
                done
                """);
    }

    @Test
    void firstCall_builds_secondDoesNot() throws Exception {
        assertThat(launch("localnet").text()).contains(BUILDING).contains("robustirc-tools.jar");
        assertThat(launch("localnet", "--nodes", "5").text())
                .doesNotContain(BUILDING)
                .contains("robustirc-tools.jar localnet --nodes 5");
    }

    @Test
    void change_newFile_lostFileAndLostProduct_eachBuild() throws Exception {
        launch();
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(launch().text()).as("changed").contains(BUILDING);

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(launch().text()).as("unchanged").doesNotContain(BUILDING);
        write(source.resolveSibling("C.java"), "");
        assertThat(launch().text()).as("added").contains(BUILDING);

        Files.delete(source.resolveSibling("B.java"));
        assertThat(launch().text()).as("deleted").contains(BUILDING);

        Files.delete(root.resolve("robustirc-war/target/robustirc.war"));
        assertThat(launch().text()).as("product deleted").contains(BUILDING);
        assertThat(launch().text()).as("unchanged again").doesNotContain(BUILDING);
    }

    @Test
    void bridge_isAProgramOfItsOwn() throws Exception {
        assertThat(launch("bridge", "-listen=localhost:6667").text())
                .contains("robustirc-bridge.jar -listen=localhost:6667");
    }

    @Test
    void classes_areArchivedOnce_beforeALocalnet() throws Exception {
        assertThat(launch("loadtest").text()).doesNotContain(ARCHIVING);
        assertThat(launch("localnet", "restart", "1").text()).doesNotContain(ARCHIVING);
        assertThat(launch("localnet", "--help").text()).doesNotContain(ARCHIVING);

        assertThat(launch("localnet").text())
                .contains(ARCHIVING)
                .containsPattern("robustirc-tools.jar localnet archive-classes\\n.* localnet\\n");
        assertThat(launch("localnet").text()).doesNotContain("archive");
    }

    @Test
    void classes_ofAnotherBuildOrJvm_areArchivedAgain() throws Exception {
        launch("localnet");
        Path war = root.resolve("robustirc-war/target/robustirc.war");
        Files.setLastModifiedTime(war, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(launch("localnet").text()).as("newer build").contains(ARCHIVING);

        Files.setLastModifiedTime(war, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(launch("localnet").text()).as("unchanged").doesNotContain(ARCHIVING);
        write(top.resolve("jdk/release"), "JAVA_VERSION=\"17.0.16\"\n");
        assertThat(launch("localnet").text()).as("another JVM").contains(ARCHIVING);
    }

    @Test
    void archiveThatFails_isAWarning_andNotTriedAgain() throws Exception {
        program(
                top.resolve("jdk/bin/java"),
                "echo \"java: $*\"; case \"$*\" in *archive-classes) exit 1;; esac");
        Result result = launch("localnet");
        assertThat(result.code()).isZero();
        assertThat(result.text())
                .contains("robustirc: there is no archive of the classes")
                .endsWith("robustirc-tools.jar localnet\n");
        assertThat(launch("localnet").text()).doesNotContain("archive");
    }

    @Test
    void failedBuild_runsNothing_andIsTriedAgain() throws Exception {
        program(top.resolve("bin/mvn"), "exit 1");
        Result failed = launch("localnet");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.text()).endsWith("robustirc: the build failed.\n");
        assertThat(launch("localnet").text()).contains(BUILDING);
    }

    @Test
    void missingMaven_isSaid() throws Exception {
        Files.delete(top.resolve("bin/mvn"));
        Path tools = top.resolve("tools");
        Files.createDirectories(tools);
        for (String tool :
                List.of(
                        "bash",
                        "env",
                        "dirname",
                        "readlink",
                        "sed",
                        "find",
                        "sort",
                        "cmp",
                        "head",
                        "mkdir",
                        "flock")) {
            Path system = Path.of("/usr/bin", tool);
            if (Files.exists(system)) {
                program(tools.resolve(tool), "exec " + system + " \"$@\"");
            }
        }
        Result result = launch(tools.toString(), List.of());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text())
                .isEqualTo("robustirc: Maven (mvn) is needed to build, and was not found.\n");
    }

    @Test
    void oldJava_isSaid() throws Exception {
        write(top.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Result result = launch();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).endsWith("/bin/java is Java 11; 17 or newer is needed.\n");
    }

    private Result launch(String... arguments) throws IOException, InterruptedException {
        return launch(top.resolve("bin") + ":" + PATH, List.of(arguments));
    }

    private Result launch(String path, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("robustirc").toString());
        builder.command().addAll(arguments);
        builder.environment().put("JAVA_HOME", top.resolve("jdk").toString());
        builder.environment().put("PATH", path);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        return new Result(process.waitFor(), text);
    }

    private static void program(Path file, String commands) throws IOException {
        write(file, "#!/bin/bash\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
