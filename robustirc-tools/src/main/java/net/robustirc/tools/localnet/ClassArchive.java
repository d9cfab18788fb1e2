package net.robustirc.tools.localnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import net.robustirc.tools.ToolException;

/**
 * The classes of a node as the JVM keeps them, which spares each start to read and check them (JEP
 * 350). Beside it lies a note of the JVM that made it, for no other can use it.
 *
 * @param file need not exist
 */
record ClassArchive(Path file) {

    /**
     * JVM options for a node; none if there is no archive for the JVM that runs this. What the JVM
     * then finds wrong with it, it keeps to itself and does without.
     */
    List<String> use() throws IOException {
        if (!Files.exists(file)
                || !Files.exists(note())
                || !Files.readString(note()).equals(runningJvm())) {
            return List.of();
        }
        return List.of(
                "-XX:SharedArchiveFile=" + file,
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    /** JVM options for a node that makes an archive at its end. */
    List<String> make() throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(fresh());
        return List.of("-XX:ArchiveClassesAtExit=" + fresh(), "-Xshare:auto");
    }

    /** Puts what {@link #make} led to in the place of an older archive. */
    void publish() throws IOException {
        if (!Files.exists(fresh())) {
            throw new ToolException("The JVM made no archive of its classes.");
        }
        Files.deleteIfExists(note());
        // Nodes that run map the old file: it may lose its name, not its content.
        Files.move(fresh(), file, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(note(), runningJvm());
    }

    private Path fresh() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private Path note() {
        return file.resolveSibling(file.getFileName() + ".jvm");
    }

    private static String runningJvm() {
        return System.getProperty("java.home") + "\n" + System.getProperty("java.vm.version");
    }
}
