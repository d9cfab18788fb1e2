package net.robustirc.consensus.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps what people said from other accounts of the machine (design D14). */
final class OwnerOnly {
    private OwnerOnly() {}

    static void restrictFile(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    static void restrictDirectory(Path directory) throws IOException {
        restrict(directory, "rwx------");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
