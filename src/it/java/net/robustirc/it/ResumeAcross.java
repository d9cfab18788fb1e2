package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A reader that was away while all nodes stopped gets every line of the window, from any node. */
final class ResumeAcross {
    private static final int LINES = 200;

    private ResumeAcross() {}

    /** What stops all nodes; localnet starts them again. */
    interface Stop {
        void all() throws Exception;
    }

    static void check(NodeApi api, Localnet network, Stop stop) throws Exception {
        NodeApi.Session reader = api.create(network.url(1));
        NodeApi.Session writer = api.create(network.url(2));
        api.register(network.url(1), reader, "reader");
        api.register(network.url(2), writer, "writer");
        NodeApi.expectOk(api.post(network.url(1), reader, "JOIN #resume", 3));
        NodeApi.expectOk(api.post(network.url(2), writer, "JOIN #resume", 3));
        String lastSeen;
        try (StreamReader stream = new StreamReader(api.stream(network.url(1), reader, "0.0"))) {
            stream.awaitText(":writer!");
            lastSeen = stream.position();
        }
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            NodeApi.expectOk(
                    api.post(network.url(2), writer, "PRIVMSG #resume :window " + i, 10 + i));
            expected.add("window " + i);
        }
        stop.all();
        await("nodes ready")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> api.leader(network.urls()).isPresent());
        for (int node = 1; node <= 3; node++) {
            assertWindow(api, network.url(node), reader, lastSeen, expected);
        }
        NodeApi.expectOk(api.delete(network.url(1), reader, "{\"Quitmessage\":\"done\"}"));
        NodeApi.expectOk(api.delete(network.url(1), writer, "{\"Quitmessage\":\"done\"}"));
    }

    private static void assertWindow(
            NodeApi api,
            String node,
            NodeApi.Session reader,
            String lastSeen,
            List<String> expected)
            throws Exception {
        await("stream from " + node)
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> api.stream(node, reader, lastSeen).statusCode() == 200);
        try (StreamReader stream = new StreamReader(api.stream(node, reader, lastSeen))) {
            stream.awaitText("window " + LINES);
            assertThat(stream.texts().stream().map(ResumeAcross::text).toList())
                    .isEqualTo(expected);
        }
    }

    private static String text(String line) {
        return line.substring(line.indexOf(" :") + 2);
    }
}
