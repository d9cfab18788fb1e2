package net.robustirc.tools.localnet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.robustirc.tools.PrivateFiles;
import net.robustirc.tools.ToolException;

/**
 * What a localnet must still know when it is started again: {@code DIR/network.json}.
 *
 * @param schema of this file
 * @param raftPort of the first node; fixed, because the data directories name it
 * @param peerIds one per node
 * @param formatted whether every node's data directory was made; if not, none was ever started
 * @param configured whether the network configuration was posted
 */
record NetworkFile(
        @JsonProperty("schema") int schema,
        @JsonProperty("networkName") String networkName,
        @JsonProperty("networkPassword") String networkPassword,
        @JsonProperty("keyStorePassword") String keyStorePassword,
        @JsonProperty("ircPort") int ircPort,
        @JsonProperty("httpPort") int httpPort,
        @JsonProperty("raftPort") int raftPort,
        @JsonProperty("peerIds") List<String> peerIds,
        @JsonProperty("formatted") boolean formatted,
        @JsonProperty("configured") boolean configured) {

    private static final int SCHEMA = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    NetworkFile {
        peerIds = List.copyOf(peerIds);
    }

    static NetworkFile fresh(String networkName, int ircPort, int httpPort, List<String> peerIds) {
        return new NetworkFile(
                SCHEMA,
                networkName,
                secret(),
                secret(),
                ircPort,
                httpPort,
                httpPort + 100,
                peerIds,
                false,
                false);
    }

    static Optional<NetworkFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        NetworkFile read = JSON.readValue(file.toFile(), NetworkFile.class);
        if (read.schema != SCHEMA) {
            throw new ToolException(
                    "%s is of schema %d, this version knows %d; start with another --dir."
                            .formatted(file, read.schema, SCHEMA));
        }
        return Optional.of(read);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    NetworkFile withPorts(int newIrcPort, int newHttpPort) {
        return new NetworkFile(
                schema,
                networkName,
                networkPassword,
                keyStorePassword,
                newIrcPort,
                newHttpPort,
                raftPort,
                peerIds,
                formatted,
                configured);
    }

    NetworkFile withFormatted() {
        return new NetworkFile(
                schema,
                networkName,
                networkPassword,
                keyStorePassword,
                ircPort,
                httpPort,
                raftPort,
                peerIds,
                true,
                configured);
    }

    NetworkFile withConfigured() {
        return new NetworkFile(
                schema,
                networkName,
                networkPassword,
                keyStorePassword,
                ircPort,
                httpPort,
                raftPort,
                peerIds,
                formatted,
                true);
    }

    int nodes() {
        return peerIds.size();
    }

    /** 160 random bits. */
    static String secret() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
