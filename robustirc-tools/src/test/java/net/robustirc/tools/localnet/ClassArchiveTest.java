package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.robustirc.tools.ToolException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real JVMs: an archive that cannot be used must neither stop a node nor make it talk. */
final class ClassArchiveTest {
    @TempDir private Path top;
    private Path jar;
    private ClassArchive archive;

    /** A program of one class. */
    static final class Speaker {
        private Speaker() {}

        /** Says one word. */
        public static void main(String[] arguments) {
            System.out.println("here");
        }
    }

    @BeforeEach
    void makeArchive() throws Exception {
        jar = top.resolve("program.jar");
        archive = new ClassArchive(top.resolve("made/node.jsa"));
        pack();
        run(archive.make());
        archive.publish();
    }

    @Test
    void use_takesClassesFromTheArchive() throws Exception {
        assertThat(run(archive.use(), "-Xlog:class+load"))
                .containsPattern("Speaker source: shared objects file");
        assertThat(run(archive.use())).isEqualTo("here\n");
    }

    @Test
    void archiveThatIsDamaged_isPassedOverInSilence() throws Exception {
        Files.write(archive.file(), new byte[5000]);
        assertThat(run(archive.use())).isEqualTo("here\n");
        Files.write(archive.file(), new byte[0]);
        assertThat(run(archive.use())).isEqualTo("here\n");
    }

    @Test
    void archiveThatWentBetweenTwoStarts_isPassedOverInSilence() throws Exception {
        List<String> options = archive.use();
        Files.delete(archive.file());
        assertThat(run(options)).isEqualTo("here\n");
    }

    @Test
    void archiveOfOtherJars_isPassedOverInSilence() throws Exception {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            pack(zip);
            zip.putNextEntry(new ZipEntry("more"));
        }
        assertThat(run(archive.use())).isEqualTo("here\n");
    }

    @Test
    void archiveOfAnotherJvm_isNotUsed() throws Exception {
        Files.writeString(top.resolve("made/node.jsa.jvm"), "/another/jvm\n17");
        assertThat(archive.use()).isEmpty();
    }

    @Test
    void archiveThatIsMissing_isNotUsed() throws Exception {
        assertThat(new ClassArchive(top.resolve("none.jsa")).use()).isEmpty();
    }

    @Test
    void publish_ofNothing_isRefused_andKeepsTheOldArchive() throws Exception {
        assertThatThrownBy(archive::publish).isInstanceOf(ToolException.class);
        assertThat(archive.use()).isNotEmpty();
    }

    private void pack() throws Exception {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            pack(zip);
        }
    }

    private static void pack(ZipOutputStream zip) throws Exception {
        String name = Speaker.class.getName().replace('.', '/') + ".class";
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = Speaker.class.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(zip);
        }
    }

    /** What the program prints on both streams. */
    private String run(List<String> options, String... further) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Commands.runningJava().toString());
        builder.command().addAll(options);
        builder.command().addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        builder.command().addAll(List.of(further));
        builder.command().addAll(List.of("-cp", jar.toString(), Speaker.class.getName()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
