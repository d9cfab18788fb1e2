package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.RecordingListener;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sessions on a fake network of three servers, fresh for each test. */
abstract class SessionFixture {
    static final Duration SECOND = Duration.ofSeconds(1);

    /** For tests of the limits themselves. */
    static Timeouts quick(Duration create) {
        return new Timeouts(
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                create,
                SECOND.multipliedBy(60),
                SECOND.multipliedBy(2),
                SECOND.multipliedBy(2));
    }

    /** For tests of servers that fall silent: everyday limits, but for the suspicion. */
    static Timeouts watchful() {
        Timeouts usual = Timeouts.defaults();
        return new Timeouts(
                usual.connect(),
                usual.handshake(),
                usual.firstByte(),
                usual.streamSilence(),
                usual.postTry(),
                Duration.ofMillis(500),
                Duration.ofMillis(1500),
                Duration.ofMillis(500),
                usual.create(),
                usual.post(),
                usual.delete(),
                usual.stallNotice());
    }

    @TempDir Path directory;
    final RecordingListener listener = new RecordingListener();
    FakeNetwork fake;
    RobustNetwork network;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void start() throws IOException {
        fake = FakeNetwork.start(3);
        network = connect(Timeouts.defaults());
    }

    @AfterEach
    void stop() {
        network.close();
        fake.close();
    }

    RobustNetwork connect(Timeouts timeouts) throws IOException {
        return RobustNetwork.connect(
                NetworkOptions.of(fake.addresses())
                        .withCaFile(fake.caFile(directory))
                        .withUserAgent("Test v1")
                        .withTimeouts(timeouts));
    }

    void hurry() throws IOException {
        network.close();
        network = connect(quick(SECOND.multipliedBy(60)));
    }

    ServerAddress address(int server) {
        return ServerAddress.parse(fake.server(server).address()).orElseThrow();
    }

    SessionOptions on(int postServer, int streamServer) {
        return SessionOptions.DEFAULT
                .withPostServer(address(postServer))
                .withStreamServer(address(streamServer));
    }

    RobustSession create(SessionOptions options) {
        return network.createSession(options, listener).orTimeout(30, TimeUnit.SECONDS).join();
    }

    static void join(CompletableFuture<Void> future) {
        future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    void awaitLines(List<String> expected) {
        await().untilAsserted(() -> assertThat(listener.lines()).isEqualTo(expected));
    }

    static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
