package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.robustirc.tools.RobustIrcTools;
import net.robustirc.tools.localnet.LocalnetReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class LoadTestCommandTest {
    private static final String NODES = "--nodes=https://localhost:1,localhost:2";
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--posters=-1          | --posters is -1; 1 to 20000 are possible.",
                "--posters=0           | --posters is 0; 1 to 20000 are possible.",
                "--readers=0           | --readers is 0; 1 to 20000 are possible.",
                "--threads=0           | --threads is 0; 1 to 64 are possible.",
                "--setup-only=-1       | --setup-only is -1; 0 to 20000 are possible.",
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
    void channels_none_areRefusedBeforeSessionsAreSpreadOverThem() {
        assertThat(run("loadtest", NODES, "--setup-only=5", "--channels=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--channels is 0; 1 to 20000 are possible.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--post-to", "--read-from"})
    void followers_ofASingleNode_areRefusedWithASentence(String option) {
        assertThat(run("loadtest", "--nodes=localhost:1", option + "=followers")).isEqualTo(2);
        assertThat(err.toString())
                .contains(option + " is 'followers'; a network of one node has none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--password-file", "--ca"})
    void file_thatIsNotThere_isNamedInASentence(String option, @TempDir Path directory) {
        Path file = directory.resolve("missing");
        assertThat(run("loadtest", NODES, option + "=" + file)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "robustirc loadtest: " + file + " cannot be read: it is not there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
    void ca_withoutCertificates_isNamedInASentence(String content, @TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), content);
        assertThat(run("loadtest", NODES, "--ca=" + file)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "robustirc loadtest: " + file + " does not hold certificates in PEM form.");
    }

    @ParameterizedTest
    @CsvSource({"12, 5, '3,3,2,2,2'", "3, 5, '1,1,1'", "10, 5, '2,2,2,2,2'", "1, 1, 1"})
    void setupOnly_isThatManySessions(int sessions, int channels, String byChannel) {
        LoadPlan plan = plan("--setup-only=" + sessions, "--channels=" + channels, "--idle=9");
        assertThat(plan.posters()).isZero();
        assertThat(plan.idle()).isZero();
        assertThat(spread(plan)).isEqualTo(byChannel);
    }

    @Test
    void readers_areCountedPerChannel() {
        LoadPlan plan = plan("--posters=4", "--channels=3", "--readers=2", "--idle=9");
        assertThat(plan.posters()).isEqualTo(4);
        assertThat(plan.idle()).isEqualTo(9);
        assertThat(spread(plan)).isEqualTo("2,2,2");
    }

    private static LoadPlan plan(String... options) {
        LoadTestCommand command = new LoadTestCommand();
        new CommandLine(command).parseArgs(options);
        return command.plan();
    }

    private static String spread(LoadPlan plan) {
        return IntStream.range(0, plan.channels())
                .mapToObj(channel -> Integer.toString(plan.readersOf(channel)))
                .collect(Collectors.joining(","));
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
