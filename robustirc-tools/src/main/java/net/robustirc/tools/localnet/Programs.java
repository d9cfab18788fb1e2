package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the processes of a localnet run: copies, so that a build while the network is up does not
 * pull classes from under them. The WAR is unpacked once for all nodes.
 */
final class Programs {
    private final Path directory;

    Programs(Path directory) {
        this.directory = directory;
    }

    /**
     * What the nodes run, started by this Java.
     *
     * @param archiveOptions JVM options
     */
    NodeProgram node(Path java, Installation installation, List<String> archiveOptions)
            throws IOException {
        return new NodeProgram(
                jetty(new JettyDryRun(java, installation.jettyHome(), installation.jettyBase())),
                war(installation.war()),
                archiveOptions);
    }

    /** The command that Jetty works out, asked for once per build. */
    private JettyCommand jetty(JettyDryRun dryRun) throws IOException {
        Path answer = directory.resolve("jetty.command");
        Path stamp = directory.resolve("jetty.stamp");
        String version = dryRun.version();
        if (!current(stamp, version)) {
            Files.createDirectories(directory);
            Files.deleteIfExists(stamp);
            Files.writeString(answer, dryRun.run(directory));
            Files.writeString(stamp, version);
        }
        return JettyCommand.parse(Files.readString(answer));
    }

    /** A directory that holds the unpacked WAR. */
    private Path war(Path built) throws IOException {
        Path unpacked = directory.resolve("war");
        Path stamp = directory.resolve("war.stamp");
        String version = version(built);
        if (current(stamp, version)) {
            return unpacked;
        }
        Files.createDirectories(directory);
        Files.deleteIfExists(stamp);
        delete(unpacked);
        unpack(built, unpacked);
        Files.writeString(stamp, version);
        return unpacked;
    }

    Path bridge(Path built) throws IOException {
        Files.createDirectories(directory);
        Path copy = directory.resolve("bridge.jar");
        Files.copy(built, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private static boolean current(Path stamp, String version) throws IOException {
        return Files.exists(stamp) && Files.readString(stamp).equals(version);
    }

    private static String version(Path built) throws IOException {
        return built + " " + Files.size(built) + " " + Files.getLastModifiedTime(built);
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(archive + " has an entry outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    /** The tree, if it is there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
