package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.robustirc.tools.ToolException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies and answers that are kept from start to start, with a Java that only counts its runs. */
final class ProgramsTest {
    @TempDir private Path top;
    private Installation installation;
    private Path java;
    private Path runs;
    private Programs programs;

    @BeforeEach
    void makeInstallation() throws IOException {
        installation = new Installation(top.resolve("project"));
        write("jetty-base/target/jetty-home/start.jar", "");
        write("jetty-base/start.d/https.ini", "--module=https\n");
        write("jetty-base/modules/robustirc.mod", "");
        write("jetty-base/etc/robustirc.xml", "");
        Path war = write("robustirc-war/target/robustirc.war", "");
        try (OutputStream out = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
        }
        runs = top.resolve("runs");
        java = top.resolve("java");
        java("echo '-Da=1 org.eclipse.jetty.xml.XmlConfiguration b=2 /c.xml'");
        programs = new Programs(top.resolve("programs"));
    }

    @Test
    void jetty_isAskedOncePerBuild() throws Exception {
        JettyCommand asked = node().jetty();
        assertThat(asked).isEqualTo(new JettyCommand(List.of("-Da=1"), List.of("b=2", "/c.xml")));
        assertThat(node().jetty()).isEqualTo(asked);
        assertThat(Files.readAllLines(runs)).hasSize(1);
        assertThat(Files.readString(runs))
                .contains("-jar " + installation.jettyHome().resolve("start.jar"))
                .contains("jetty.base=" + installation.jettyBase())
                .contains("--dry-run=");

        write("jetty-base/start.d/https.ini", "--module=https\n--module=http\n");
        node();
        write("jetty-base/start.d/more.ini", "");
        node();
        assertThat(Files.readAllLines(runs)).hasSize(3);
    }

    @Test
    void jetty_thatCannotTell_isQuoted_andAskedAgain() throws Exception {
        java("echo 'ERROR : Unknown module=[x]' >&2; echo Usage >&2; exit 1");
        assertThatThrownBy(this::node)
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("Jetty does not tell how it is to be started (")
                .hasMessageEndingWith("): ERROR : Unknown module=[x]");
        assertThatThrownBy(this::node).isInstanceOf(ToolException.class);
        assertThat(Files.readAllLines(runs)).hasSize(2);
    }

    @Test
    void war_isUnpacked() throws Exception {
        assertThat(node().war().resolve("WEB-INF/web.xml")).exists();
    }

    private NodeProgram node() throws IOException {
        return programs.node(java, installation, List.of());
    }

    private void java(String commands) throws IOException {
        Files.writeString(java, "#!/bin/sh\necho \"$*\" >>'" + runs + "'\n" + commands + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String content) throws IOException {
        Path file = installation.root().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
