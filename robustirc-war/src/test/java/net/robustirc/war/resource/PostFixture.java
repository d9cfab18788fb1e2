package net.robustirc.war.resource;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.Command.IrcLine;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.AfterEach;

/** A node and a session on it, fresh for each test. */
abstract class PostFixture {
    final TestingNode node = TestingNode.start();
    final HttpClient http = node.http();
    final TestingSession session = http.session();

    @AfterEach
    void stop() {
        node.close();
    }

    IrcLine posted() {
        return node.consensus().last(IrcLine.class);
    }

    void assertNothingProposed() {
        assertThat(node.consensus().submitted()).noneMatch(IrcLine.class::isInstance);
    }
}
