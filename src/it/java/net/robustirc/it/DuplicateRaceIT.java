package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same post at the same moment to two nodes: what a client does whose first try hangs. */
class DuplicateRaceIT {
    private static final int RACES = 500;

    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir, 25_400);
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void samePost_toTwoNodesAtOnce_isAppliedOnce() throws Exception {
        NodeApi.Session reader = api.create(network.url(1));
        NodeApi.Session writer = api.create(network.url(1));
        api.register(network.url(1), reader, "reader");
        api.register(network.url(1), writer, "writer");
        NodeApi.expectOk(api.post(network.url(1), reader, "JOIN #race", 3));
        NodeApi.expectOk(api.post(network.url(1), writer, "JOIN #race", 3));
        List<String> expected = new ArrayList<>();
        for (int race = 1; race <= RACES; race++) {
            String body = NodeApi.body("PRIVMSG #race :race " + race, 1000 + race);
            int first = race % 3;
            post(first, writer, body)
                    .thenCombine(post((first + 1) % 3, writer, body), DuplicateRaceIT::bothOk)
                    .join();
            expected.add("race " + race);
        }
        try (StreamReader stream = new StreamReader(api.stream(network.url(2), reader, "0.0"))) {
            NodeApi.expectOk(api.post(network.url(3), writer, "PRIVMSG #race :the end", 9999));
            stream.awaitText(":the end");
            assertThat(
                            stream.texts().stream()
                                    .filter(line -> line.contains(" PRIVMSG #race :race "))
                                    .map(line -> line.substring(line.indexOf(":race ") + 1))
                                    .toList())
                    .isEqualTo(expected);
            assertThat(stream.messages().stream().map(StreamReader.Message::position).toList())
                    .as("no line is sent twice")
                    .doesNotHaveDuplicates();
        }
    }

    private static CompletableFuture<HttpResponse<String>> post(
            int node, NodeApi.Session session, String body) {
        return api.http()
                .sendAsync(
                        api.postRequest(network.url(node + 1), session, body).build(),
                        BodyHandlers.ofString());
    }

    private static boolean bothOk(HttpResponse<String> one, HttpResponse<String> two) {
        NodeApi.expectOk(one);
        NodeApi.expectOk(two);
        return true;
    }
}
