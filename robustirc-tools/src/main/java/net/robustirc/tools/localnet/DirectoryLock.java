package net.robustirc.tools.localnet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import net.robustirc.tools.PrivateFiles;
import net.robustirc.tools.ToolException;

/** Keeps a second localnet out of a directory; the system frees it when the process ends. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory if it is missing. */
    static DirectoryLock take(Layout layout) throws IOException {
        FileChannel channel = open(layout);
        if (!locked(channel)) {
            channel.close();
            throw new ToolException(
                    layout.directory() + " is in use by another localnet; stop it first.");
        }
        return new DirectoryLock(channel);
    }

    private static FileChannel open(Layout layout) {
        try {
            PrivateFiles.createDirectory(layout.directory());
            return FileChannel.open(
                    layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw ToolException.file(layout.directory(), "cannot be used", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
