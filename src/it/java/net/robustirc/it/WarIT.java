package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR by itself, deployed into and taken out of a running Jetty. */
@ExtendWith(ArquillianExtension.class)
class WarIT {
    private static final String WAR = "robustirc";

    @ArquillianResource private Deployer deployer;

    @Deployment(name = WAR, managed = false, testable = false)
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "root.war")
                .importFrom(OneNode.war().toFile())
                .as(WebArchive.class);
    }

    @Test
    void undeploying_leavesNothing_andRedeployingResumes() throws Exception {
        deployer.deploy(WAR);
        OneNode node = JettyContainer.node();
        NodeApi api = node.api();
        NodeApi.Session alice = api.create(node.url());
        api.register(node.url(), alice, "alice");
        NodeApi.expectOk(api.post(node.url(), alice, "JOIN #kept", 3));
        NodeApi.expectOk(api.post(node.url(), alice, "TOPIC #kept :still here", 4));

        deployer.undeploy(WAR);
        await("threads gone")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(foreignThreads(node.pid())).isEmpty());
        assertNothingLocked(node.dataDir());

        deployer.deploy(WAR);
        NodeApi.expectOk(api.post(node.url(), alice, "TOPIC #kept", 5));
        try (StreamReader stream = new StreamReader(api.stream(node.url(), alice, "0.0"))) {
            stream.awaitText(" 332 alice #kept :still here");
            assertThat(stream.texts()).filteredOn(line -> line.contains(" 001 ")).hasSize(1);
        }
        deployer.undeploy(WAR);
    }

    /**
     * Threads that the WAR brought along. Ratis leaves its static timers {@code timer0..7} until
     * the JVM ends: never redeploy hot in production.
     */
    private static List<String> foreignThreads(long pid) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String dump = Processes.run(List.of(jcmd, String.valueOf(pid), "Thread.print"));
        return dump.lines()
                .filter(line -> line.startsWith("\""))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .filter(name -> !name.matches("timer[0-7]"))
                .filter(WarIT::ours)
                .toList();
    }

    private static boolean ours(String thread) {
        return Stream.of("robustirc", "delivery", "ratis", "StateMachine", "RaftServer")
                .anyMatch(
                        part ->
                                thread.toLowerCase(Locale.ROOT)
                                        .contains(part.toLowerCase(Locale.ROOT)));
    }

    private static void assertNothingLocked(Path dataDir) throws Exception {
        try (Stream<Path> files = Files.walk(dataDir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                        FileLock lock = channel.tryLock()) {
                    assertThat(lock).as("lock on " + file).isNotNull();
                }
            }
        }
    }
}
