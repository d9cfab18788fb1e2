package net.robustirc.war.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import net.robustirc.war.testing.StreamReader;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.Test;

/** The node's life: design D18. */
class NodeTest {
    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("robustirc-"))
                .toList();
    }

    @Test
    void close_leavesNoThreadOfOurs() {
        TestingNode node = TestingNode.start();
        TestingSession session = node.http().session().registered("alice");
        try (StreamReader stream = session.stream("0.0")) {
            assertThat(stream.nextLine()).contains(" 001 ");
            assertThat(ourThreads()).isNotEmpty();
        }

        node.close();

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(ourThreads()).isEmpty());
    }

    @Test
    void drain_twice_waitsForTheFirst() {
        try (TestingNode node = TestingNode.start()) {
            node.node().drain();
            node.node().drain();

            assertThat(node.http().send("GET", "/readyz", "").status()).isEqualTo(503);
        }
    }
}
