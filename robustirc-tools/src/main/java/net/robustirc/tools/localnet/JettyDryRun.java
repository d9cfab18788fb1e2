package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.robustirc.tools.ToolException;

/**
 * Asks Jetty for the command that it would start itself by.
 *
 * @param java the program
 * @param home jetty-home
 * @param base a JETTY_BASE
 */
record JettyDryRun(Path java, Path home, Path base) {
    private static final int LIMIT_SECONDS = 60;
    private static final List<String> CONFIGURATION = List.of("start.d", "modules", "etc", "lib");

    /** Two runs of the same version say the same. */
    String version() throws IOException {
        StringBuilder version = new StringBuilder(java + " " + Runtime.version() + "\n");
        version.append(state(home.resolve("start.jar")));
        for (String part : CONFIGURATION) {
            version.append(files(base.resolve(part)));
        }
        return version.toString();
    }

    /**
     * What it said, on one line for a shell.
     *
     * @param scratch an existing directory for its output
     */
    String run(Path scratch) throws IOException {
        Path said = scratch.resolve("jetty.said");
        Path complained = scratch.resolve("jetty.complained");
        Process process =
                new ProcessBuilder(command())
                        .redirectOutput(said.toFile())
                        .redirectError(complained.toFile())
                        .start();
        if (!ended(process)) {
            throw new ToolException(
                    "Jetty does not tell how it is to be started (%s): %s"
                            .formatted(String.join(" ", command()), outcome(complained, said)));
        }
        String answer = Files.readString(said);
        Files.delete(said);
        Files.delete(complained);
        return answer;
    }

    private List<String> command() {
        return List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.home=" + home,
                "jetty.base=" + base,
                "--dry-run=opts,path,main,args,envs");
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    private static String outcome(Path complained, Path said) {
        return Fault.of(complained, 0).or(() -> Fault.of(said, 0)).orElse("it said nothing.");
    }

    private static String files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return "";
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(JettyDryRun::state)
                    .collect(Collectors.joining());
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
