package net.robustirc.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFilesTest {
    @TempDir private Path directory;

    @Test
    void write_isReadableByTheOwnerOnly() throws Exception {
        Path file = directory.resolve("secret");
        PrivateFiles.write(file, "x");

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void directory_isOpenToTheOwnerOnly() throws Exception {
        Path made = directory.resolve("a/b");
        PrivateFiles.createDirectory(made);
        PrivateFiles.createDirectory(made);

        assertThat(Files.getPosixFilePermissions(made))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void write_overAnOldFile_showsReadersOldOrNewAndNothingBetween() throws Exception {
        Path file = directory.resolve("file");
        String even = "even".repeat(10_000);
        String odd = "odd!".repeat(10_000);
        PrivateFiles.write(file, even);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(
                        () -> {
                            while (!done.get()) {
                                seen.add(read(file));
                            }
                        });
        for (int round = 0; round < 100; round++) {
            PrivateFiles.write(file, round % 2 == 0 ? odd : even);
        }
        done.set(true);
        reader.join();

        assertThat(seen).isNotEmpty().isSubsetOf(even, odd);
        assertThat(Files.list(directory)).containsExactly(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
