package net.robustirc.bridge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.robustirc.bridge.irc.Gateway;
import net.robustirc.bridge.irc.IrcServer;
import net.robustirc.bridge.irc.Timing;
import net.robustirc.bridge.setup.BridgeFlags;
import net.robustirc.bridge.setup.BridgeSettings;
import net.robustirc.bridge.setup.SetupException;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.Timeouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets ordinary IRC clients use a RobustIRC network: the program. */
@Command(
        name = "robustirc-bridge",
        description = "Lets ordinary IRC clients use a RobustIRC network.",
        versionProvider = Bridge.Version.class,
        sortOptions = false)
public final class Bridge implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final int SETUP_FAILED = 1;

    /**
     * Sessions do not expire while the network is out of reach (design D11), so a line waits as
     * long as its user has the patience; notices say what is going on.
     */
    private static final Duration POST_LIMIT = Duration.ofDays(1);

    @Mixin private BridgeFlags flags;

    @Option(
            names = {"-version", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    private boolean version;

    @Option(
            names = {"-help", "--help", "-h"},
            usageHelp = true,
            description = "Print this text and exit.")
    private boolean help;

    private Bridge() {}

    /** Runs until a signal comes; see {@code -help}. */
    public static void main(String[] args) {
        int status = commandLine().execute(args);
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    /** The flags' syntax, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new Bridge())
                .setPosixClusteredShortOptionsAllowed(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setExecutionExceptionHandler(Bridge::explain);
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof SetupException) {
            command.getErr().println("robustirc-bridge: " + failure.getMessage());
            return SETUP_FAILED;
        }
        throw failure;
    }

    /** Returns once the listeners are up; their threads keep the process alive. */
    @Override
    public Integer call() {
        BridgeSettings settings = flags.settings();
        RobustNetwork network = connect(settings);
        IrcServer server =
                new IrcServer(
                        new Gateway(
                                network,
                                settings.bridgeAuth(),
                                settings.motd(),
                                settings.noticeFormat(),
                                Timing.defaults()));
        settings.listen().forEach(address -> listen(server, address));
        Thread goodbye = new Thread(() -> close(server, network, settings), "goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        return CommandLine.ExitCode.OK;
    }

    private static RobustNetwork connect(BridgeSettings settings) {
        NetworkOptions options =
                NetworkOptions.of(settings.network())
                        .withUserAgent("RobustIRC Bridge v" + version())
                        .withTimeouts(Timeouts.defaults().withPost(POST_LIMIT))
                        .withIgnoreServerListUpdates(settings.ignoreServerListUpdates());
        try {
            return RobustNetwork.connect(
                    settings.caFile().map(options::withCaFile).orElse(options));
        } catch (IllegalArgumentException e) {
            throw new SetupException(e.getMessage(), e);
        }
    }

    private static void listen(IrcServer server, InetSocketAddress address) {
        try {
            InetSocketAddress bound = server.listen(address);
            LOG.info("listening on {}:{}", bound.getHostString(), bound.getPort());
        } catch (IOException e) {
            throw new SetupException(
                    "cannot listen on %s:%d: %s."
                            .formatted(address.getHostString(), address.getPort(), e.getMessage()),
                    e);
        }
    }

    /** In the JVM's shutdown hook: SIGTERM and SIGINT alike; the JVM sets the exit status. */
    private static void close(IrcServer server, RobustNetwork network, BridgeSettings settings) {
        server.close(settings.shutdownTimeout());
        network.close();
    }

    private static String version() {
        return Optional.ofNullable(Bridge.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** What {@code -version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"RobustIRC Bridge v" + version()};
        }
    }
}
