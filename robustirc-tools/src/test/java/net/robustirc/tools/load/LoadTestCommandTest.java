package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import net.robustirc.tools.RobustIrcTools;
import net.robustirc.tools.localnet.LocalnetReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LoadTestCommandTest {
    private static final String NODES = "--nodes=https://localhost:1,localhost:2";
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--posters=-1          | --posters is -1; 0 to 20000 are possible.",
                "--channels=0          | --channels is 0; 1 to 20000 are possible.",
                "--line-length=401     | --line-length is 401; 0 to 400 are possible.",
                "--idle=20000          | 20055 sessions are too many; at most 20000 are possible.",
                "--duration=61m        | --duration is longer than 1 h.",
                "--pause=soon          | 'soon' is not a time such as 250ms, 30s or 2m",
                "--post-to=3           | --post-to is '3'; all, leader, followers or a node from 1 to 2",
                "--read-from=elsewhere | --read-from is 'elsewhere'; all, leader, followers or a node",
                "--kill-leader=1       | --kill-leader needs --dir.",
                "--dir=x               | Give either --dir or --nodes.",
                "--nodes=a:b           | 'a:b' is not the address of a node",
            })
    void option_outOfRange_isRefusedWithASentence(String option, String sentence) {
        assertThat(run("loadtest", NODES, option)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void dir_withoutALocalnet_isRefusedWithASentence(@TempDir Path directory) {
        assertThat(run("loadtest", "--dir", directory.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "robustirc loadtest: %s/localnet.json is not there: no localnet runs in %s, or not yet."
                                .formatted(directory, directory));
    }

    @Test
    void neitherDirNorNodes_meansTheDirectoryOfLocalnet(@TempDir Path home) {
        String before = System.setProperty("user.home", home.toString());
        try {
            Path standard = LocalnetReport.standardDirectory();
            assertThat(standard).endsWithRaw(Path.of("robustirc", "localnet"));
            if (standard.startsWith(home)) {
                assertThat(run("loadtest")).isEqualTo(1);
                assertThat(err.toString()).contains("no localnet runs in " + standard);
            }
        } finally {
            System.setProperty("user.home", before);
        }
    }

    private int run(String... arguments) {
        CommandLine command = RobustIrcTools.commandLine();
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
