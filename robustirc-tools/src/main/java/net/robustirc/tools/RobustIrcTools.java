package net.robustirc.tools;

import java.io.PrintWriter;
import net.robustirc.tools.load.LoadTestCommand;
import net.robustirc.tools.localnet.LocalnetCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line {@code ./robustirc}. Exit code 0: done, 1: failed, 2: called wrongly. */
@Command(
        name = "robustirc",
        description = "Runs and measures RobustIRC networks.",
        mixinStandardHelpOptions = true,
        versionProvider = RobustIrcTools.Version.class,
        subcommands = {
            LocalnetCommand.class,
            LoadTestCommand.class,
            FormatCommand.class,
            HashPasswordCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  bridge    Lets ordinary IRC clients in; a program of its own.",
            "",
            "Each command has --help."
        })
public final class RobustIrcTools implements Runnable {
    @Spec private CommandSpec spec;

    private RobustIrcTools() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** With the error habits that all commands share. */
    public static CommandLine commandLine() {
        return new CommandLine(new RobustIrcTools())
                .setExecutionExceptionHandler(RobustIrcTools::explain)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof ToolException) {
            err.println(command.getCommandSpec().qualifiedName() + ": " + exception.getMessage());
        } else {
            exception.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** From the manifest; there is none when run from classes. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RobustIrcTools.class.getPackage().getImplementationVersion();
            return new String[] {"robustirc " + (version == null ? "development" : version)};
        }
    }
}
