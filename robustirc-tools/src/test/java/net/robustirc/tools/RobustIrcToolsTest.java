package net.robustirc.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class RobustIrcToolsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void noArguments_listTheCommands() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("localnet", "loadtest", "format", "bridge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localnet",
                "localnet restart",
                "loadtest",
                "format",
                "format new-peer-id",
                "hash-password"
            })
    void help_isThereForEachCommand(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: robustirc " + command);
    }

    @Test
    void unknownCommand_isAWrongCall() {
        assertThat(run("locanet")).isEqualTo(2);
        assertThat(err.toString()).contains("locanet").contains("localnet");
    }

    private int run(String... arguments) {
        CommandLine command = RobustIrcTools.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
