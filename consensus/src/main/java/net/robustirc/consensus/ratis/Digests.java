package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.ratis.io.MD5Hash;
import org.apache.ratis.util.MD5FileUtil;

/** The digest file beside each file of a snapshot, by which Ratis checks what it streams. */
final class Digests {
    private Digests() {}

    /** The digest that was written for a file; empty if it is missing or cannot be read. */
    static Optional<MD5Hash> stored(Path file) {
        try {
            return Optional.ofNullable(MD5FileUtil.readStoredMd5ForFile(file.toFile()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static MD5Hash computed(Path file) throws IOException {
        return MD5FileUtil.computeMd5ForFile(file.toFile());
    }

    /** The digest of a file that is known to be sound; written, durably, where there is none. */
    static MD5Hash ensure(Path file) throws IOException {
        Optional<MD5Hash> stored = stored(file);
        if (stored.isPresent()) {
            return stored.get();
        }
        MD5Hash digest = computed(file);
        MD5FileUtil.saveMD5File(file.toFile(), digest);
        return digest;
    }

    /** Links the digest of the very same file under another name; false if it has none. */
    static boolean take(Path file, Path same) throws IOException {
        if (!Files.exists(same) || !Files.isSameFile(same, file) || stored(same).isEmpty()) {
            return false;
        }
        Files.createLink(of(file), of(same));
        return true;
    }

    private static Path of(Path file) {
        return MD5FileUtil.getDigestFileForFile(file.toFile()).toPath();
    }
}
