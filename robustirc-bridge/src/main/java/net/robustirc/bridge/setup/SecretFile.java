package net.robustirc.bridge.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The file of {@code -bridge_auth}: lines {@code network:secret}; the first that fits counts. */
final class SecretFile {
    private static final String FLAG = "-bridge_auth";
    private static final int SHORTEST_SECRET = 32;
    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private SecretFile() {}

    static String read(Path file, String network) {
        try {
            requirePrivate(file);
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(network + ":"))
                    .map(line -> line.substring(network.length() + 1))
                    .findFirst()
                    .filter(secret -> secret.length() >= SHORTEST_SECRET)
                    .filter(secret -> secret.chars().allMatch(c -> c > ' ' && c < 0x7f))
                    .orElseThrow(() -> unusable(file, network));
        } catch (IOException e) {
            throw new SetupException(FLAG + ": the file " + file + " cannot be read.", e);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null
                && view.readAttributes().permissions().stream().anyMatch(FOR_OTHERS::contains)) {
            throw new SetupException(
                    FLAG + ": others may access the file " + file + "; use chmod o= on it.");
        }
    }

    private static SetupException unusable(Path file, String network) {
        return new SetupException(
                "%s: the file %s has no line \"%s:SECRET\" with a secret of at least %d printable characters."
                        .formatted(FLAG, file, network, SHORTEST_SECRET));
    }
}
