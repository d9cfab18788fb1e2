package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The folder of the segments in use. No name is used twice, so that a reader who still holds one
 * never meets other content under it.
 */
final class LiveDirectory {
    private static final String SUFFIX = ".segment";

    private final Path directory;
    private long lastNumber;

    private LiveDirectory(Path directory) {
        this.directory = directory;
    }

    /** Empties the folder: what a snapshot needs of it has another name there. */
    static LiveDirectory open(Path directory) throws IOException {
        Files.createDirectories(directory);
        LiveDirectory live = new LiveDirectory(directory);
        try (DirectoryStream<Path> files = live.segments()) {
            for (Path file : files) {
                live.lastNumber = Math.max(live.lastNumber, number(file));
            }
        }
        live.deleteAllBut(Set.of());
        return live;
    }

    /** A path that never was before; names sort like the bases. */
    Path newFile(long base) {
        lastNumber++;
        String name = String.format(Locale.ROOT, "output-%019d-%d%s", base, lastNumber, SUFFIX);
        return directory.resolve(name);
    }

    /**
     * Takes over a sealed segment from elsewhere: by a hard link, or by a copy where there is none.
     */
    Path adopt(Path source, long base) throws IOException {
        Path file = newFile(base);
        try {
            Files.createLink(file, source);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(source, file);
        }
        return file;
    }

    void deleteAllBut(Set<Path> kept) throws IOException {
        try (DirectoryStream<Path> files = segments()) {
            for (Path file : files) {
                if (!kept.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private DirectoryStream<Path> segments() throws IOException {
        return Files.newDirectoryStream(directory, "output-*" + SUFFIX);
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        String digits = name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
