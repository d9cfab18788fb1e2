package net.robustirc.tools.localnet;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** A whole network on this machine. */
@Command(
        name = "localnet",
        description = {
            "Runs a whole network on this machine: real nodes and a bridge, all on loopback.",
            "Started again in the same directory, it goes on where it was. A node that dies is started"
                    + " again after 2 s. Ctrl-C or SIGTERM stops everything."
        },
        mixinStandardHelpOptions = true,
        subcommands = {LocalnetCommand.Restart.class, LocalnetCommand.ArchiveClasses.class})
public final class LocalnetCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Where the network lives. Default: $XDG_DATA_HOME/robustirc/localnet, or"
                            + " ~/.local/share/robustirc/localnet.")
    private Path directory;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many nodes; settled at the first start. Default: 3.")
    private Integer nodes;

    @Option(
            names = "--irc-port",
            paramLabel = "PORT",
            description = "Where the bridge takes IRC clients. Default: as before, at first 6667.")
    private Integer ircPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description =
                    "HTTPS of the first node, the others follow; Raft is 100 above the first"
                            + " start's. Default: as before, at first 13001.")
    private Integer httpPort;

    @Option(
            names = "--network-name",
            paramLabel = "NAME",
            description =
                    "IRC server name; settled at the first start. Default: localnet.localhost.")
    private String networkName;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Network configuration (TOML), posted once at the first start. Default: no"
                            + " throttle, sessions expire after 30 minutes.")
    private Path config;

    @Option(
            names = "--no-restart",
            description = "Leave a dead node dead, until 'localnet restart NODE'.")
    private boolean noRestart;

    @Option(
            names = "--node-heap",
            paramLabel = "SIZE",
            defaultValue = "256m",
            description =
                    "Largest heap of each node, as for -Xmx, from 64m on. Default: ${DEFAULT-VALUE}.")
    private String nodeHeap;

    @Option(
            names = "--node-jvm-option",
            paramLabel = "OPTION",
            description =
                    "Further JVM option of the nodes, e.g. --node-jvm-option=-XX:+UseG1GC; may be"
                            + " repeated.")
    private List<String> nodeJvmOptions = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Localnet.run(settings(), Installation.find(), spec.commandLine().getOut());
        return 0;
    }

    private LocalnetSettings settings() {
        try {
            return new LocalnetSettings(
                    layout().directory(),
                    optional(nodes),
                    optional(ircPort),
                    optional(httpPort),
                    Optional.ofNullable(networkName),
                    Optional.ofNullable(config),
                    !noRestart,
                    new NodeJvm(nodeHeap, nodeJvmOptions));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Layout layout() {
        return new Layout(directory != null ? directory : LocalnetReport.standardDirectory());
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Asks the running localnet to start a node again. */
    @Command(
            name = "restart",
            description = {
                "Asks the localnet that runs in DIR to start a dead node, or to stop and start a live"
                        + " one; returns when it is ready."
            },
            mixinStandardHelpOptions = true)
    static final class Restart implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @ParentCommand private LocalnetCommand localnet;

        @Parameters(paramLabel = "NODE", description = "Number from 1, or 'bridge'.")
        private String node;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            long begin = System.nanoTime();
            out.printf("Restarting %s in %s ...%n", name(), localnet.layout().directory());
            out.flush();
            ControlClient.restart(localnet.layout(), node);
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.printf(Locale.ROOT, "Done: %s is ready again after %.1f s.%n", name(), seconds);
            out.flush();
            return 0;
        }

        private String name() {
            return node.equals(Localnet.BRIDGE) ? "the bridge" : "node " + node;
        }
    }

    /** Makes later starts quicker. */
    @Command(
            name = "archive-classes",
            description = {
                "Runs a node for a moment and archives its classes, which spares every later start a"
                        + " fifth of its CPU time. The launcher does so once after a build; JVM and"
                        + " build must stay where they are."
            },
            mixinStandardHelpOptions = true)
    static final class ArchiveClasses implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            ClassTraining.run(Installation.find());
            return 0;
        }
    }
}
