package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.SessionOptions;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.node.NodeClient;
import net.robustirc.tools.tls.TrustedRoot;

/** A network of one node that lives for a moment, so that the JVM archives the node's classes. */
final class ClassTraining {
    private static final NodeJvm JVM = new NodeJvm("256m", List.of());
    private static final int FIRST_PORT = 28_000;
    private static final int LAST_PORT = 32_000;
    private static final int RAFT_DISTANCE = 100;
    private static final long VISIT_SECONDS = 20;

    /** The archive is written while the process ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final NetworkFile network;
    private final Commands commands;
    private final Child node;

    private ClassTraining(Path directory, Installation installation)
            throws IOException, GeneralSecurityException {
        Layout layout = new Layout(directory);
        LocalnetSettings settings = settings(directory);
        Preparation preparation =
                new Preparation(settings, layout, new PrintWriter(Writer.nullWriter()));
        this.network = preparation.prepare();
        this.commands = Commands.of(installation, layout, network, JVM);
        NodeProgram program =
                new Programs(layout.programs())
                        .node(commands.java(), installation, installation.classArchive().make());
        this.node =
                new Child(
                        "the node",
                        commands.node(1, preparation.certificates(network).get(0), program),
                        layout.node(1));
    }

    /** Leaves a new archive in the installation. */
    static void run(Installation installation)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path directory = Files.createTempDirectory("robustirc-classes");
        try {
            ClassTraining training = new ClassTraining(directory, installation);
            Runtime.getRuntime().addShutdownHook(new Thread(training::end, "end"));
            try {
                training.live();
            } finally {
                training.end();
            }
        } finally {
            Programs.delete(directory);
        }
        installation.classArchive().publish();
    }

    private static LocalnetSettings settings(Path directory) {
        Ports ports = freePorts();
        return new LocalnetSettings(
                directory,
                OptionalInt.of(1),
                OptionalInt.of(ports.irc()),
                OptionalInt.of(ports.http()),
                Optional.empty(),
                Optional.empty(),
                false,
                JVM);
    }

    private static Ports freePorts() {
        for (int port = FIRST_PORT; ; port += 2) {
            Ports ports = new Ports(port, port + 1, port + 1 + RAFT_DISTANCE, 1);
            try {
                ports.check();
                return ports;
            } catch (ToolException e) {
                if (port >= LAST_PORT) {
                    throw e;
                }
            }
        }
    }

    /** What a start and a first user need. */
    private void live() throws IOException, GeneralSecurityException, InterruptedException {
        NodeClient client =
                new NodeClient(
                        TrustedRoot.context(commands.layout().tls().resolve("ca.pem")),
                        network.networkPassword());
        Startup startup = new Startup(client, commands.ports());
        node.start(dead -> {});
        startup.awaitNode(node, 1);
        startup.configure(NetworkSetup.STANDARD.toml());
        client.leader(commands.ports().url(1));
        visit();
    }

    private void visit() throws InterruptedException {
        NetworkOptions options =
                NetworkOptions.of("localhost:" + commands.ports().http(1))
                        .withCaFile(commands.layout().tls().resolve("ca.pem"));
        try (RobustNetwork entered = RobustNetwork.connect(options)) {
            Visitor visitor = new Visitor();
            entered.createSession(SessionOptions.DEFAULT, visitor)
                    .thenCompose(visitor::visit)
                    .get(VISIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ToolException("A session did not come about: " + e, e);
        }
    }

    /** Also from another thread, and again. */
    private void end() {
        node.terminate();
        try {
            node.awaitEnd(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
