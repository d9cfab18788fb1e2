package net.robustirc.tools.localnet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.robustirc.tools.PrivateFiles;
import net.robustirc.tools.ToolException;

/**
 * {@code DIR/localnet.json}: how to reach a running localnet and its processes (design section 6).
 *
 * @param networkPassword of the user {@code robustirc} at the private doors
 * @param caFile PEM
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocalnetReport(
        @JsonProperty("networkName") String networkName,
        @JsonProperty("networkPassword") String networkPassword,
        @JsonProperty("caFile") String caFile,
        @JsonProperty("ircPort") int ircPort,
        @JsonProperty("bridgePid") long bridgePid,
        @JsonProperty("nodes") List<Node> nodes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public LocalnetReport {
        nodes = List.copyOf(nodes);
    }

    /**
     * One node.
     *
     * @param url {@code https://localhost:PORT}
     * @param pid of the Jetty process; of the last one while the node is dead
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Node(
            @JsonProperty("url") String url,
            @JsonProperty("pid") long pid,
            @JsonProperty("raftAddress") String raftAddress,
            @JsonProperty("dataDir") String dataDir) {}

    /** Where a localnet lives that was given no directory. */
    public static Path standardDirectory() {
        return Layout.standard(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Reads the report of the localnet that runs in this directory. */
    public static LocalnetReport read(Path directory) {
        Path file = new Layout(directory).report();
        if (!Files.exists(file)) {
            throw new ToolException(
                    file + " is not there: no localnet runs in " + directory + ", or not yet.");
        }
        try {
            return JSON.readValue(file.toFile(), LocalnetReport.class);
        } catch (IOException e) {
            throw new ToolException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Atomically: who reads meanwhile sees the old report or this one. */
    void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
