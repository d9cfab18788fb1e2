package net.robustirc.tools.localnet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.node.NodeClient;
import net.robustirc.tools.tls.NodeFiles;
import net.robustirc.tools.tls.TrustedRoot;

/** A running network on this machine: its processes, its report, and who may give orders. */
final class Localnet implements AutoCloseable, ControlServer.Orders {
    static final String BRIDGE = "bridge";

    /** For the bridge to end its users' sessions while the nodes still take that. */
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final Layout layout;
    private final NetworkFile network;
    private final Ports ports;
    private final PrintWriter out;
    private final List<Child> nodes;
    private final Child bridge;
    private final Supervisor supervisor;
    private final Startup startup;
    private volatile boolean up;

    private Localnet(
            LocalnetSettings settings, NetworkFile network, Commands commands, PrintWriter out)
            throws IOException, GeneralSecurityException {
        this.layout = commands.layout();
        this.network = network;
        this.ports = commands.ports();
        this.out = out;
        List<NodeFiles> files = new Preparation(settings, layout, out).certificates(network);
        Programs programs = new Programs(layout.programs());
        NodeProgram program =
                programs.node(
                        commands.java(),
                        commands.installation(),
                        commands.installation().classArchive().use());
        this.nodes =
                IntStream.rangeClosed(1, network.nodes())
                        .mapToObj(
                                node ->
                                        new Child(
                                                "node " + node,
                                                commands.node(node, files.get(node - 1), program),
                                                layout.node(node)))
                        .toList();
        this.bridge =
                new Child(
                        BRIDGE,
                        commands.bridge(programs.bridge(commands.installation().bridge())),
                        layout.bridge());
        this.supervisor =
                new Supervisor(
                        children(), settings.restarting(), Supervisor.PATIENCE, out, this::started);
        this.startup =
                new Startup(
                        new NodeClient(
                                TrustedRoot.context(layout.tls().resolve("ca.pem")),
                                network.networkPassword()),
                        ports);
    }

    /** Returns when somebody has asked this process to end, which ends the others first. */
    static void run(LocalnetSettings settings, Installation installation, PrintWriter out)
            throws IOException, GeneralSecurityException, InterruptedException {
        Layout layout = new Layout(settings.directory());
        DirectoryLock lock = DirectoryLock.take(layout);
        NetworkFile network = new Preparation(settings, layout, out).prepare();
        Commands commands = Commands.of(installation, layout, network, settings.nodeJvm());
        Localnet localnet = new Localnet(settings, network, commands, out);
        // A signal ends the JVM with its own code; a stop that was asked for is none of failure.
        Thread stop = new Thread(() -> localnet.stopAndHalt(lock), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            localnet.start(NetworkSetup.of(settings));
            ControlServer.open(layout.control(), localnet);
        } catch (IOException | RuntimeException e) {
            if (!localnet.supervisor.stopping()) {
                Runtime.getRuntime().removeShutdownHook(stop);
                localnet.close();
                throw e;
            }
        }
        new CountDownLatch(1).await();
    }

    @Override
    public void restart(String node) throws InterruptedException {
        Child child = child(node);
        supervisor.restart(child);
        if (child == bridge) {
            startup.awaitBridge(bridge);
        } else {
            startup.awaitNode(child, nodes.indexOf(child) + 1);
        }
    }

    @Override
    public void close() {
        supervisor.endFirst(bridge, FAREWELL);
        supervisor.close();
        try {
            Files.deleteIfExists(layout.report());
            Files.deleteIfExists(layout.control());
            if (!supervisor.anyAlive()) {
                Files.deleteIfExists(layout.processes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(NetworkSetup setup) throws InterruptedException {
        out.println("Starting " + nodes.size() + " nodes and a bridge in " + layout.directory());
        out.flush();
        supervisor.startAll();
        startup.awaitNodes(nodes);
        if (!network.configured()) {
            startup.configure(setup.toml());
            record(network.withConfigured());
        }
        startup.awaitBridge(bridge);
        up = true;
        report();
        supervisor.watch();
        greet();
    }

    private void record(NetworkFile changed) {
        try {
            changed.write(layout.network());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A full disk must not keep a node from being started again. */
    private void started() {
        try {
            new ProcessTable(layout.processes()).write(children());
        } catch (IOException e) {
            out.println("The table of processes could not be written: " + e.getMessage());
        }
        if (up) {
            try {
                report();
            } catch (UncheckedIOException e) {
                out.println("localnet.json could not be written: " + e.getCause().getMessage());
            }
        }
        out.flush();
    }

    private void report() {
        List<LocalnetReport.Node> described = new ArrayList<>();
        for (int node = 1; node <= nodes.size(); node++) {
            described.add(
                    new LocalnetReport.Node(
                            ports.url(node),
                            nodes.get(node - 1).pid(),
                            Commands.HOST + ":" + ports.raft(node),
                            layout.data(node).toString()));
        }
        LocalnetReport report =
                new LocalnetReport(
                        network.networkName(),
                        network.networkPassword(),
                        layout.tls().resolve("ca.pem").toString(),
                        ports.irc(),
                        bridge.pid(),
                        described);
        try {
            report.write(layout.report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void greet() {
        out.printf("The network %s is up. Connect an IRC client:%n", network.networkName());
        out.printf("  irssi -c localhost -p %d%n", ports.irc());
        out.printf("  weechat irc://localhost:%d%n", ports.irc());
        for (int node = 1; node <= nodes.size(); node++) {
            out.printf(
                    "Node %d: %s (pid %d, log %s)%n",
                    node, ports.url(node), nodes.get(node - 1).pid(), nodes.get(node - 1).log());
        }
        out.printf("Private pages: user robustirc, password in %s%n", layout.passwordFile());
        out.printf("Certificates are signed by %s%n", layout.tls().resolve("ca.pem"));
        out.println("Ctrl-C stops it; started again, it goes on where it was.");
        out.flush();
    }

    private Child child(String name) {
        if (name.equals(BRIDGE)) {
            return bridge;
        }
        for (int node = 1; node <= nodes.size(); node++) {
            if (name.equals(Integer.toString(node))) {
                return nodes.get(node - 1);
            }
        }
        throw new ToolException(
                "There is no node " + name + "; there are 1 to " + nodes.size() + " and bridge.");
    }

    private List<Child> children() {
        List<Child> all = new ArrayList<>(nodes);
        all.add(bridge);
        return all;
    }

    private void stopAndHalt(DirectoryLock lock) {
        try (lock) {
            close();
        } catch (IOException | RuntimeException e) {
            out.println("Not everything could be tidied up: " + e.getMessage());
            out.flush();
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
