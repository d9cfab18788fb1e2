package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.Timeouts;
import net.robustirc.session.testing.FakeNetwork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bridge between sockets and a fake network, fresh for each test. */
abstract class BridgeFixture {
    static final Duration SECOND = Duration.ofSeconds(1);

    /** For tests of what is said when the network is out of reach. */
    static final Timeouts QUICK =
            new Timeouts(
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND,
                    SECOND.multipliedBy(2),
                    SECOND.multipliedBy(60),
                    SECOND,
                    SECOND);

    static final Timing CALM = Timing.defaults();
    static final String PREFIX = FakeNetwork.PREFIX;

    @TempDir Path directory;
    final List<TestClient> clients = new ArrayList<>();
    FakeNetwork fake;
    RobustNetwork network;
    IrcServer bridge;
    InetSocketAddress address;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void startNetwork() throws IOException {
        fake = FakeNetwork.start(2);
        connectNetwork(Timeouts.defaults());
    }

    void connectNetwork(Timeouts timeouts) throws IOException {
        network =
                RobustNetwork.connect(
                        NetworkOptions.of(fake.addresses())
                                .withCaFile(fake.caFile(directory))
                                .withTimeouts(timeouts));
    }

    void hurry() throws IOException {
        network.close();
        connectNetwork(QUICK);
    }

    @AfterEach
    void stop() throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
        if (bridge != null) {
            bridge.close(Duration.ofMillis(200));
        }
        network.close();
        fake.close();
    }

    void startBridge(Timing timing, List<String> motd, String format) throws IOException {
        NoticeFormat notices = new NoticeFormat(format);
        bridge = new IrcServer(new Gateway(network, Optional.empty(), motd, notices, timing));
        address = bridge.listen(new InetSocketAddress("127.0.0.1", 0));
    }

    TestClient connect() throws IOException {
        if (bridge == null) {
            startBridge(CALM, List.of(), "%s");
        }
        TestClient client = new TestClient(address);
        clients.add(client);
        return client;
    }

    /** A client that is known to the network as alice. */
    TestClient login() throws IOException {
        TestClient client = connect();
        client.send("NICK alice");
        await().until(() -> !fake.sessions().isEmpty());
        await().until(() -> fake.session().postedLines().contains("NICK alice"));
        fake.session().say(":" + PREFIX + " 001 alice :Welcome");
        client.expect(":" + PREFIX + " 001 alice :Welcome");
        return client;
    }

    void awaitPosted(String... lines) {
        await().untilAsserted(
                        () -> assertThat(fake.session().postedLines()).containsExactly(lines));
    }
}
