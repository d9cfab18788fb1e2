package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that slept through 50,000 lines and the purge of the log comes back by a snapshot. */
class SnapshotIT {
    private static final int LINES = 50_000;
    private static final int WRITERS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network =
                Localnet.start(
                        dir,
                        26_000,
                        "--no-restart",
                        "--node-jvm-option=-Drobustirc.snapshot.commands=5000",
                        "--node-jvm-option=-Drobustirc.snapshot.bytes=1048576");
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void stoppedNode_behindPurgedLog_isInstalledASnapshotAndStreamsWithoutGap() throws Exception {
        int leader = api.leader(network.urls()).orElseThrow();
        int sleeper = 1 + leader % 3;
        int other = 1 + sleeper % 3;
        NodeApi.Session reader = api.create(network.url(leader));
        api.register(network.url(leader), reader, "reader");
        NodeApi.expectOk(api.post(network.url(leader), reader, "JOIN #log", 3));
        List<NodeApi.Session> writers = writers(leader);
        String lastSeen;
        try (StreamReader stream =
                new StreamReader(api.stream(network.url(sleeper), reader, "0.0"))) {
            stream.awaitText(":writer" + (WRITERS - 1) + "!");
            lastSeen = stream.position();
        }

        network.kill(sleeper);
        write(writers, leader);
        List<String> wanted = texts(other, reader, lastSeen);
        network.restart(sleeper);

        assertThat(nodeLog(sleeper)).contains("installed the leader's snapshot");
        assertThat(texts(sleeper, reader, lastSeen)).hasSize(LINES).isEqualTo(wanted);
    }

    private static List<NodeApi.Session> writers(int node) throws Exception {
        List<NodeApi.Session> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            NodeApi.Session writer = api.create(network.url(node));
            api.register(network.url(node), writer, "writer" + i);
            NodeApi.expectOk(api.post(network.url(node), writer, "JOIN #log", 3));
            writers.add(writer);
        }
        return writers;
    }

    private static void write(List<NodeApi.Session> writers, int node) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (NodeApi.Session writer : writers) {
            all.add(write(writer, node, 1));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    /** As real clients do: the same line with the same id again until it is acknowledged. */
    private static CompletableFuture<Void> write(NodeApi.Session writer, int node, int number) {
        if (number > LINES / WRITERS) {
            return CompletableFuture.completedFuture(null);
        }
        String body =
                "{\"Data\":\"PRIVMSG #log :line "
                        + number
                        + "\",\"ClientMessageId\":"
                        + (100 + number)
                        + "}";
        return api.http()
                .sendAsync(
                        api.postRequest(network.url(node), writer, body).build(),
                        BodyHandlers.ofString())
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .thenCompose(done -> write(writer, node, done ? number + 1 : number));
    }

    private static List<String> texts(int node, NodeApi.Session reader, String lastSeen)
            throws Exception {
        try (StreamReader stream =
                new StreamReader(api.stream(network.url(node), reader, lastSeen))) {
            assertThat(stream.status()).isEqualTo(200);
            await().atMost(LIMIT)
                    .until(
                            () ->
                                    stream.texts().stream().filter(SnapshotIT::isLine).count()
                                            >= LINES);
            return stream.texts().stream().filter(SnapshotIT::isLine).toList();
        }
    }

    private static boolean isLine(String text) {
        return text.contains(" PRIVMSG #log :line ");
    }

    private static String nodeLog(int node) throws Exception {
        return Files.readString(dir.resolve("node" + node).resolve("stdout.log"));
    }
}
