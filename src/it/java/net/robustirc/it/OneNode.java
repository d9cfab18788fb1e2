package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;
import net.robustirc.tools.tls.LoopbackAuthority;
import net.robustirc.tools.tls.NodeFiles;

/** A network of one node, with the Jetty process in the test's own hand. */
final class OneNode implements AutoCloseable {
    static final String PASSWORD = "one node's password";
    private static final String NETWORK = "one.example";

    private final Path dir;
    private final int port;
    private final NodeFiles files;
    private final Path caFile;
    private Process process;

    private OneNode(Path dir, int port, NodeFiles files, Path caFile) {
        this.dir = dir;
        this.port = port;
        this.files = files;
        this.caFile = caFile;
    }

    /**
     * Makes certificates and formats the data directory.
     *
     * @param port HTTPS; the next one is Raft's
     */
    static OneNode prepare(Path dir, int port) throws Exception {
        LoopbackAuthority authority = LoopbackAuthority.open(dir.resolve("ca"), Instant.now());
        NodeFiles files = authority.issue("node", dir.resolve("tls"), "keystore");
        BootstrapPeer self =
                new BootstrapPeer(DataDirectory.newPeerId("node"), "127.0.0.1:" + (port + 1));
        DataDirectory.format(dir.resolve("data"), NETWORK, self.peerId(), List.of(self));
        return new OneNode(dir, port, files, authority.certificateFile());
    }

    String url() {
        return "https://localhost:" + port;
    }

    Path dataDir() {
        return dir.resolve("data");
    }

    NodeApi api() throws Exception {
        return new NodeApi(caFile, PASSWORD);
    }

    long pid() {
        return process.pid();
    }

    /** Everything it printed. */
    String log() throws IOException {
        return Files.readString(dir.resolve("node.log"));
    }

    private Map<String, String> settings() {
        return Map.of(
                "robustirc.network.name", NETWORK,
                "robustirc.network.password", PASSWORD,
                "robustirc.data.dir", dataDir().toString(),
                "robustirc.public.address", "localhost:" + port,
                "robustirc.raft.tls.key", files.key().toString(),
                "robustirc.raft.tls.certificate", files.certificate().toString(),
                "robustirc.raft.tls.ca", caFile.toString());
    }

    /**
     * Starts Jetty.
     *
     * @param base a JETTY_BASE
     * @param extra further arguments: {@code -D...} for settings, else Jetty's properties
     */
    void start(Path base, String... extra) throws IOException {
        List<String> command = new ArrayList<>(List.of(Localnet.java(), "-Xmx256m"));
        settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        List.of(extra).stream().filter(argument -> argument.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-jar", jettyHome().resolve("start.jar").toString()));
        command.add("jetty.base=" + base);
        command.add("jetty.ssl.host=127.0.0.1");
        command.add("jetty.ssl.port=" + port);
        command.add("jetty.sslContext.keyStorePath=" + files.keyStore());
        command.add("jetty.sslContext.keyStorePassword=keystore");
        command.add("jetty.robustirc.war=" + war());
        command.add("jetty.robustirc.work=" + dir.resolve("work"));
        List.of(extra).stream()
                .filter(argument -> !argument.startsWith("-D"))
                .forEach(command::add);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(dir.resolve("node.log").toFile()))
                        .start();
    }

    static Path jettyBase() {
        return Localnet.root().resolve("jetty-base");
    }

    private static Path jettyHome() {
        return jettyBase().resolve("target/jetty-home");
    }

    static Path war() {
        return Localnet.root().resolve("robustirc-war/target/robustirc.war");
    }

    void awaitReady() throws Exception {
        NodeApi api = api();
        await("node ready")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .failFast("the node ended, see node.log", () -> !process.isAlive())
                .ignoreExceptionsMatching(e -> e instanceof IOException)
                .until(() -> api.send(api.request(url() + "/readyz").GET()).statusCode() == 200);
    }

    /** Waits for the process to end by itself; its exit status. */
    int awaitEnd() {
        return Processes.awaitEnd(process, 60);
    }

    @Override
    public void close() {
        process.destroy();
        Processes.awaitEnd(process, 30);
    }
}
