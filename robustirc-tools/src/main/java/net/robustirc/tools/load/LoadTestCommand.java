package net.robustirc.tools.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.localnet.LocalnetReport;
import net.robustirc.tools.node.NodeClient;
import net.robustirc.tools.tls.TrustedRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a network under load. */
@Command(
        name = "loadtest",
        description = {
            "Measures a network: sessions post numbered lines to channels, others read them; every"
                    + " line is accounted for at every reader.",
            "Exit code 1 if a line was lost, doubled or reordered, or a session or post failed."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LoadTestCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Of the running localnet to measure; its processes are watched too. Default: that"
                            + " of localnet.")
    private Path directory;

    @Option(
            names = "--nodes",
            paramLabel = "URL",
            split = ",",
            description = "Instead of --dir: the nodes, e.g. https://a.example:60667,...")
    private List<String> urls;

    @Option(names = "--ca", paramLabel = "FILE", description = "With --nodes: believed CAs (PEM).")
    private Path caFile;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "With --nodes: the network's password, needed to find the leader.")
    private Path passwordFile;

    @Option(
            names = "--posters",
            paramLabel = "N",
            defaultValue = "50",
            description = "Posting sessions. Default: ${DEFAULT-VALUE}.")
    private int posters;

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "5",
            description = "Posters take them in turn. Default: ${DEFAULT-VALUE}.")
    private int channels;

    @Option(
            names = "--readers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Reading sessions per channel. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Option(
            names = "--idle",
            paramLabel = "N",
            defaultValue = "0",
            description = "Sessions that stream and get no lines. Default: ${DEFAULT-VALUE}.")
    private int idle;

    @Option(
            names = "--post-to",
            paramLabel = "WHERE",
            defaultValue = Placement.ALL,
            description = "all, leader, followers, or a node's number. Default: ${DEFAULT-VALUE}.")
    private String postTo;

    @Option(
            names = "--read-from",
            paramLabel = "WHERE",
            defaultValue = Placement.ALL,
            description = "As --post-to. Default: ${DEFAULT-VALUE}.")
    private String readFrom;

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = DurationConverter.class,
            description =
                    "Of a poster, after each acknowledged line; 0 is a closed loop. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Duration pause;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            defaultValue = "20s",
            converter = DurationConverter.class,
            description = "Before the measured window. Default: ${DEFAULT-VALUE}.")
    private Duration warmup;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "Of the measured window. Default: ${DEFAULT-VALUE}.")
    private Duration duration;

    @Option(
            names = "--line-length",
            paramLabel = "BYTES",
            defaultValue = "64",
            description = "Of the text of each line. Default: ${DEFAULT-VALUE}.")
    private int lineLength;

    @Option(
            names = "--kill-leader",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "With --dir: kill -9 the leader that often, each time when the last one is"
                            + " back; the window lasts as long as that takes.")
    private int kills;

    @Option(
            names = "--setup-only",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Only create, register and join that many sessions, spread over the channels,"
                            + " and say how long it took.")
    private int setUpOnly;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "For all connections. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        LoadPlan plan;
        Target target;
        try {
            plan = plan();
            target = target();
            plan.postTo().check("--post-to", target.nodes().size());
            plan.readFrom().check("--read-from", target.nodes().size());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        NodeClient client = new NodeClient(tls(target), target.password().orElse(""));
        NetworkOptions options =
                NetworkOptions.of(target.network())
                        .withUserAgent("robustirc-loadtest")
                        .withIoThreads(threads);
        LoadReport report;
        try (RobustNetwork network =
                RobustNetwork.connect(target.caFile().map(options::withCaFile).orElse(options))) {
            report =
                    new LoadRun(
                                    plan,
                                    new Nodes(target, client),
                                    network,
                                    new Progress(spec.commandLine().getErr()))
                            .run();
        }
        print(report);
        return report.clean() ? 0 : 1;
    }

    /** What the options ask for. */
    LoadPlan plan() {
        if (kills > 0 && urls != null) {
            throw new IllegalArgumentException("--kill-leader needs --dir.");
        }
        LoadPlan.range("--posters", posters, 1, LoadPlan.MAX_SESSIONS);
        LoadPlan.range("--channels", channels, 1, LoadPlan.MAX_SESSIONS);
        LoadPlan.range("--readers", readers, 1, LoadPlan.MAX_SESSIONS);
        LoadPlan.range("--setup-only", setUpOnly, 0, LoadPlan.MAX_SESSIONS);
        boolean run = setUpOnly == 0;
        return new LoadPlan(
                run ? posters : 0,
                run ? channels : Math.min(channels, setUpOnly),
                run ? (long) channels * readers : setUpOnly,
                run ? idle : 0,
                new Placement(postTo),
                new Placement(readFrom),
                pause,
                warmup,
                duration,
                lineLength,
                kills,
                threads);
    }

    private Target target() {
        if (directory != null && urls != null) {
            throw new IllegalArgumentException("Give either --dir or --nodes.");
        }
        if (urls != null) {
            return new Target(
                    urls.stream().map(Target::address).toList(),
                    Optional.ofNullable(caFile),
                    passwordFile == null ? Optional.empty() : Optional.of(password(passwordFile)),
                    Optional.empty());
        }
        Path localnet = directory == null ? LocalnetReport.standardDirectory() : directory;
        LocalnetReport report = LocalnetReport.read(localnet);
        List<ServerAddress> nodes =
                report.nodes().stream().map(node -> Target.address(node.url())).toList();
        return new Target(
                nodes,
                Optional.of(Path.of(report.caFile())),
                Optional.of(report.networkPassword()),
                Optional.of(localnet));
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw ToolException.file(file, "cannot be read", e);
        }
    }

    private static SSLContext tls(Target target) throws GeneralSecurityException {
        if (target.caFile().isEmpty()) {
            return SSLContext.getDefault();
        }
        Path file = target.caFile().get();
        try {
            return TrustedRoot.context(file);
        } catch (IOException e) {
            throw ToolException.file(file, "cannot be read", e);
        } catch (CertificateException e) {
            throw new ToolException(file + " does not hold certificates in PEM form.", e);
        }
    }

    private void print(LoadReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            out.println(mapper.writeValueAsString(report));
        } else {
            out.print(ReportText.of(report));
        }
        out.flush();
    }
}
