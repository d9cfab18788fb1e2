package net.robustirc.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import net.robustirc.consensus.storage.DataDirectory;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes empty data directories ready for the bootstrap of a network (design D15). */
@Command(
        name = "format",
        description = {
            "Makes a data directory ready for the bootstrap of a network.",
            "Run it once per node with the same peers; a node starts only in a formatted directory."
        },
        mixinStandardHelpOptions = true,
        subcommands = FormatCommand.NewPeerId.class)
final class FormatCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Empty or missing.")
    private Path directory;

    @Option(names = "--network-name", paramLabel = "NAME", description = "IRC server name.")
    private String networkName;

    @Option(names = "--peer-id", paramLabel = "ID", description = "This node's; one of the peers.")
    private String peerId;

    @Parameters(
            paramLabel = "PEER",
            arity = "0..*",
            description =
                    "All peers of the bootstrap as ID=HOST:PORT (Raft door); make an ID with"
                            + " 'format new-peer-id NAME'.")
    private Map<String, String> peers;

    @Override
    public Integer call() {
        require(directory, "--data-dir");
        require(networkName, "--network-name");
        require(peerId, "--peer-id");
        if (peers == null || !peers.containsKey(peerId)) {
            throw wrong("The peers must be given as ID=HOST:PORT, " + peerId + " among them.");
        }
        List<BootstrapPeer> bootstrap = new ArrayList<>();
        peers.forEach((id, address) -> bootstrap.add(new BootstrapPeer(id, address)));
        try {
            DataDirectory.format(directory, networkName, peerId, bootstrap);
        } catch (IOException e) {
            throw new ToolException(e.getMessage(), e);
        }
        spec.commandLine().getOut().println("Formatted " + directory + " for " + peerId + ".");
        return 0;
    }

    private void require(Object value, String option) {
        if (value == null) {
            throw wrong("Missing option: " + option + ".");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Prints a peer id that no node ever had. */
    @Command(
            name = "new-peer-id",
            description = "Prints a peer id that no node ever had.",
            mixinStandardHelpOptions = true)
    static final class NewPeerId implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "For people, e.g. node1.")
        private String name;

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(DataDirectory.newPeerId(name));
            return 0;
        }
    }
}
