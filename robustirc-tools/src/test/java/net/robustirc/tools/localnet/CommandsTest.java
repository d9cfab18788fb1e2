package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.tls.NodeFiles;
import org.junit.jupiter.api.Test;

/** The command of a node, from what Jetty 12.1 prints for a base like ours. */
final class CommandsTest {
    private static final String DRY_RUN =
            "-Djetty.base='/a b/base' --class-path /home/lib/x.jar:/home/lib/y.jar"
                    + " org.eclipse.jetty.xml.XmlConfiguration jetty.base='/a b/base'"
                    + " jetty.ssl.port=8443 jetty.sslContext.excludeCipherSuites='^.*_(MD5|SHA)$'"
                    + " /home/etc/jetty.xml '/a b/base/etc/robustirc.xml'"
                    + " --env ee10 -cp /home/lib/z.jar /home/etc/ee10.xml\n";

    private final NetworkFile network =
            NetworkFile.fresh("net.example", 24667, 24001, List.of("a", "b"));
    private final Layout layout = new Layout(Path.of("/net"));
    private final NodeFiles files =
            new NodeFiles(Path.of("/t/key"), Path.of("/t/cert"), Path.of("/t/store"));

    private List<String> node2(List<String> archiveOptions) {
        Commands commands =
                new Commands(
                        Path.of("/jdk/bin/java"),
                        new Installation(Path.of("/project")),
                        layout,
                        network,
                        Preparation.ports(network),
                        new NodeJvm("100m", List.of("-Dfurther=1")));
        NodeProgram program =
                new NodeProgram(
                        JettyCommand.parse(DRY_RUN), Path.of("/net/programs/war"), archiveOptions);
        return commands.node(2, files, program);
    }

    @Test
    void node_isStartedWithoutStartJar() {
        List<String> command = node2(List.of());

        assertThat(command.get(0)).isEqualTo("/jdk/bin/java");
        int main = command.indexOf("org.eclipse.jetty.xml.XmlConfiguration");
        assertThat(command.subList(1, main))
                .contains(
                        "-Xmx100m",
                        "-Dfurther=1",
                        "-Drobustirc.data.dir=/net/node2/data",
                        "-Drobustirc.public.address=localhost:24002",
                        "-Drobustirc.raft.tls.key=/t/key",
                        "-Djetty.base=/a b/base")
                .endsWith("--class-path", "/home/lib/x.jar:/home/lib/y.jar");
        assertThat(command.subList(main + 1, command.size()))
                .containsExactly(
                        "jetty.ssl.host=127.0.0.1",
                        "jetty.ssl.port=24002",
                        "jetty.sslContext.keyStorePath=/t/store",
                        "jetty.sslContext.keyStorePassword=" + network.keyStorePassword(),
                        "jetty.robustirc.war=/net/programs/war",
                        "jetty.robustirc.work=/net/node2/work",
                        "jetty.base=/a b/base",
                        "jetty.sslContext.excludeCipherSuites=^.*_(MD5|SHA)$",
                        "/home/etc/jetty.xml",
                        "/a b/base/etc/robustirc.xml",
                        "--env",
                        "ee10",
                        "-cp",
                        "/home/lib/z.jar",
                        "/home/etc/ee10.xml");
    }

    /** Of two options about the same the JVM takes the last. */
    @Test
    void jvmOptionsOfTheUser_comeAfterThoseAboutTheArchive() {
        List<String> command = node2(List.of("-XX:SharedArchiveFile=/x", "-Xshare:auto"));

        assertThat(command.subList(1, 3))
                .containsExactly("-XX:SharedArchiveFile=/x", "-Xshare:auto");
        assertThat(command.indexOf("-Dfurther=1")).isGreaterThan(2);
    }

    @Test
    void dryRun_thatNamesNoMainClass_isRefused() {
        assertThatThrownBy(() -> JettyCommand.parse("Usage: java -jar start.jar\n"))
                .isInstanceOf(ToolException.class)
                .hasMessage(
                        "Jetty's dry run names no org.eclipse.jetty.xml.XmlConfiguration:"
                                + " Usage: java -jar start.jar");
    }
}
