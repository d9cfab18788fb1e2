package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.node.NodeClient;
import net.robustirc.tools.tls.LoopbackAuthority;
import net.robustirc.tools.tls.NodeFiles;
import net.robustirc.tools.tls.ServerSide;
import net.robustirc.tools.tls.TrustedRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network configuration of a first start, against a node that says what it is told to. */
final class StartupTest {
    private static final String PASSWORD = "p12";

    @TempDir private Path directory;
    private final Queue<String> revisions = new ConcurrentLinkedQueue<>();
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private HttpsServer server;
    private Startup startup;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws Exception {
        LoopbackAuthority authority =
                LoopbackAuthority.open(directory.resolve("ca"), Instant.now());
        NodeFiles files = authority.issue("node1", directory.resolve("node1"), PASSWORD);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(ServerSide.context(files, PASSWORD)));
        server.createContext("/config", this::answer);
        server.start();
        startup =
                new Startup(
                        new NodeClient(TrustedRoot.context(authority.certificateFile()), "secret"),
                        new Ports(1, server.getAddress().getPort(), 2, 1));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = new Answer(200, "");
        if (exchange.getRequestMethod().equals("POST")) {
            posted.add(
                    exchange.getRequestHeaders().getFirst("X-RobustIRC-Config-Revision")
                            + " "
                            + new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            answer = answers.remove();
        } else {
            exchange.getResponseHeaders().set("X-RobustIRC-Config-Revision", revisions.remove());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The first post went through although its answer got lost. */
    @Test
    void configure_afterARevisionMismatch_looksAgain() throws InterruptedException {
        revisions.addAll(List.of("0", "5"));
        answers.add(new Answer(400, "Revision mismatch (got 0, want 5). Try again.\n"));
        answers.add(new Answer(200, ""));

        startup.configure("x");

        assertThat(new ArrayDeque<>(posted)).containsExactly("0 x", "5 x");
    }

    @Test
    void configure_thatIsRefused_givesUpWithTheNodesWords() {
        revisions.add("0");
        answers.add(new Answer(400, "line 1: no such key\n"));

        assertThatThrownBy(() -> startup.configure("x"))
                .isInstanceOf(ToolException.class)
                .hasMessage("The network configuration was refused: 400 line 1: no such key");
    }
}
