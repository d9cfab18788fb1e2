package net.robustirc.bridge.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of {@code -motd_path}: lines put before the network's message of the day. */
final class MotdFile {
    private MotdFile() {}

    static List<String> read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replace('\0', ' ').stripTrailing())
                    .toList();
        } catch (IOException e) {
            throw new SetupException("-motd_path: the file " + file + " cannot be read.", e);
        }
    }
}
