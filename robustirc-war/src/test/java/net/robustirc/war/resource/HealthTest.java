package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Health checks: no password, and the truth (design D10). */
class HealthTest {
    private final TestingNode node = TestingNode.start();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aNodeThatTakesPosts_isLiveAndReady() {
        assertThat(node.http().send("GET", "/livez", "").status()).isEqualTo(200);
        assertThat(node.http().send("GET", "/readyz", "").status()).isEqualTo(200);
    }

    @Test
    void aNodeWithoutALeader_isLiveButNotReady() {
        node.consensus().loseLeader();

        assertThat(node.http().send("GET", "/livez", "").status()).isEqualTo(200);
        assertThatRefused(node.http().send("GET", "/readyz", ""), 503);
    }

    @Test
    void aDrainingNode_isNotReady() {
        node.node().drain();

        assertThatRefused(node.http().send("GET", "/readyz", ""), 503);
    }
}
