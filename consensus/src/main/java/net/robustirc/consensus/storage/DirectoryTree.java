package net.robustirc.consensus.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Directories as wholes. */
public final class DirectoryTree {
    private DirectoryTree() {}

    /** Deletes a directory and everything in it; does nothing if there is none. */
    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            walk(directory, Files::delete, Files::delete);
        }
    }

    /** Makes all files and names in a directory survive a power cut. */
    public static void syncAll(Path directory) throws IOException {
        walk(directory, DirectoryTree::syncFile, DirectoryTree::sync);
    }

    private interface Action {
        void on(Path path) throws IOException;
    }

    /** A directory comes after what is in it. */
    private static void walk(Path root, Action onFile, Action onDirectory) throws IOException {
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        onFile.on(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        onDirectory.on(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Makes the content of a file survive a power cut. */
    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes renames and new names within a directory survive a power cut. */
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
