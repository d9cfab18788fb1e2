package net.robustirc.consensus.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeerNetworkTest {
    private static final int FIRST_PORT = 24_200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String LOOPBACK = "127.0.0.1";
    private static final ThreadFactory DAEMONS =
            task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            };

    /** The common pool has one thread on two cores, and these tasks wait for each other. */
    private static final Executor THREADS = task -> DAEMONS.newThread(task).start();

    private final Deque<PeerNetwork> open = new ArrayDeque<>();

    @TempDir Path directory;

    @AfterEach
    void closeAll() throws IOException {
        for (PeerNetwork network : open) {
            network.close();
        }
    }

    private PeerNetwork network(PeerTls tls, int port, PeerAnswers answers) throws IOException {
        PeerNetwork network = new PeerNetwork(tls, LOOPBACK, port, DAEMONS);
        open.push(network);
        network.start(answers);
        return network;
    }

    private PeerNetwork network(PeerAnswers answers) throws Exception {
        return network(TestingTls.shared(), 0, answers);
    }

    /** On a port that no outgoing connection takes while nobody listens there. */
    private PeerNetwork onFixedPort(PeerAnswers answers) throws Exception {
        for (int port = FIRST_PORT; port < FIRST_PORT + 100; port++) {
            try {
                return network(TestingTls.shared(), port, answers);
            } catch (IOException e) {
                // somebody else's: the next one
            }
        }
        throw new IOException("no free port");
    }

    private static Frame question(String text) {
        return new Frame(9, text.getBytes(UTF_8));
    }

    private static String text(Frame frame) {
        return new String(frame.body(), UTF_8);
    }

    private static PeerLane lane(PeerNetwork from, PeerNetwork to) {
        return from.lane(LOOPBACK, to.address().getPort(), "test");
    }

    private static Frame echo(Frame question) {
        return new Frame(question.kind(), ("you said " + text(question)).getBytes(UTF_8));
    }

    @Test
    void question_isAnswered_alsoByALargeBody() throws Exception {
        PeerNetwork there = network(PeerNetworkTest::echo);
        PeerLane lane = lane(network(PeerNetworkTest::echo), there);
        Frame answer = lane.ask(question("hello"), PATIENCE);
        assertThat(answer.kind()).isEqualTo(9);
        assertThat(text(answer)).isEqualTo("you said hello");
        String large = "x".repeat(5 << 20);
        assertThat(text(lane.ask(question(large), PATIENCE))).isEqualTo("you said " + large);
    }

    @Test
    void questionsAtTheSameTime_doNotWaitForEachOther() throws Exception {
        CountDownLatch bothAreHere = new CountDownLatch(2);
        PeerNetwork there =
                network(
                        question -> {
                            bothAreHere.countDown();
                            await(bothAreHere);
                            return echo(question);
                        });
        PeerLane lane = lane(network(PeerNetworkTest::echo), there);
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() -> asked(lane, "a"), THREADS);
        assertThat(asked(lane, "b")).isEqualTo("you said b");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("you said a");
    }

    @Test
    void refusal_isASentence_andTheConnectionGoesOn() throws Exception {
        PeerNetwork there =
                network(
                        question -> {
                            if (text(question).equals("no")) {
                                throw new IOException("not the leader");
                            }
                            return echo(question);
                        });
        PeerLane lane = lane(network(PeerNetworkTest::echo), there);
        assertThatThrownBy(() -> lane.ask(question("no"), PATIENCE))
                .isInstanceOf(RemoteFailureException.class)
                .hasMessage("not the leader");
        assertThat(text(lane.ask(question("yes"), PATIENCE))).isEqualTo("you said yes");
    }

    /** A web application that is deployed again listens at once. */
    @Test
    void port_isFreeOnceItsListenerIsClosed() throws Exception {
        int port = onFixedPort(PeerNetworkTest::echo).address().getPort();
        for (int i = 0; i < 500; i++) {
            open.pop().close();
            network(TestingTls.shared(), port, PeerNetworkTest::echo);
        }
    }

    @Test
    void nodeThatWasStartedAgain_isAskedOnANewConnection() throws Exception {
        PeerNetwork here = network(PeerNetworkTest::echo);
        PeerNetwork before = onFixedPort(question -> question("before"));
        PeerLane lane = lane(here, before);
        assertThat(text(lane.ask(question("x"), PATIENCE))).isEqualTo("before");
        before.close();
        network(TestingTls.shared(), before.address().getPort(), question -> question("after"));
        assertThat(text(lane.ask(question("x"), PATIENCE))).isEqualTo("after");
    }

    @Test
    void answerThatDoesNotCome_isNotWaitedForLonger_andNobodyElseWaits() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        PeerNetwork there =
                network(
                        question -> {
                            if (text(question).equals("hang")) {
                                await(never);
                            }
                            return echo(question);
                        });
        PeerNetwork here = network(PeerNetworkTest::echo);
        PeerLane lane = lane(here, there);
        assertThatThrownBy(() -> lane.ask(question("hang"), SHORT)).isInstanceOf(IOException.class);
        assertThat(text(lane.ask(question("go"), PATIENCE))).isEqualTo("you said go");
        never.countDown();
    }

    @Test
    void whoeverWaits_isFreed_byReset() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        PeerNetwork there =
                network(
                        question -> {
                            if (text(question).equals("hang")) {
                                asked.countDown();
                                await(never);
                            }
                            return echo(question);
                        });
        PeerLane lane = lane(network(PeerNetworkTest::echo), there);
        lane.ask(question("so that the connection is not new"), PATIENCE);
        CompletableFuture<Frame> answer =
                CompletableFuture.supplyAsync(() -> ask(lane, "hang"), THREADS);
        await(asked);
        lane.reset();
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(IOException.class);
        never.countDown();
    }

    @Test
    void questionThatIsNotKnown_isRefusedForGood() throws Exception {
        PeerNetwork there =
                network(
                        question -> {
                            throw new IllegalArgumentException("of a later version");
                        });
        PeerLane lane = lane(network(PeerNetworkTest::echo), there);
        assertThatThrownBy(() -> lane.ask(question("x"), PATIENCE))
                .hasMessage("of a later version")
                .isInstanceOfSatisfying(
                        RemoteFailureException.class, e -> assertThat(e.refused()).isTrue());
    }

    @Test
    void strangers_howeverMany_keepNoPeerOut() throws Exception {
        PeerNetwork there = network(PeerNetworkTest::echo);
        List<Socket> strangers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            strangers.add(new Socket(LOOPBACK, there.address().getPort()));
        }
        assertThat(asked(lane(network(PeerNetworkTest::echo), there), "x")).isEqualTo("you said x");
        for (Socket stranger : strangers) {
            stranger.close();
        }
    }

    /** Its buffers take a part of the question only, so the write itself blocks. */
    @Test
    void writeToANodeThatStandsStill_isEndedFromOutside() throws Exception {
        try (ServerSocket frozen = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            CompletableFuture<SSLSocket> accepted =
                    CompletableFuture.supplyAsync(() -> acceptTls(frozen), THREADS);
            PeerNetwork here = network(PeerNetworkTest::echo);
            PeerLane lane = here.lane(LOOPBACK, frozen.getLocalPort(), "test");
            CompletableFuture<Frame> answer =
                    CompletableFuture.supplyAsync(
                            () -> ask(lane, "x".repeat(15 << 20), SHORT), THREADS);
            SSLSocket held = accepted.get(10, TimeUnit.SECONDS);
            while (!answer.isDone()) {
                here.closeOverdue();
                Thread.onSpinWait();
            }
            assertThat(answer).isCompletedExceptionally();
            held.close();
        }
    }

    @Test
    void peerOfAnotherAuthority_isRefused_byBothSides() throws Exception {
        PeerNetwork there = network(PeerNetworkTest::echo);
        PeerTls other = TestingTls.create(directory, "stranger");
        PeerNetwork stranger = network(other, 0, PeerNetworkTest::echo);
        assertThatThrownBy(() -> lane(stranger, there).ask(question("x"), PATIENCE))
                .isInstanceOf(SSLException.class);
        PeerTls believing = new PeerTls(other.key(), other.certificate(), TestingTls.shared().ca());
        PeerNetwork disbelieved = network(believing, 0, PeerNetworkTest::echo);
        assertThatThrownBy(() -> lane(disbelieved, there).ask(question("x"), PATIENCE))
                .isInstanceOf(IOException.class);
    }

    /** The certificate holds 127.0.0.1 only. */
    @Test
    void certificateOfAnotherName_isRefused_namingIt() throws Exception {
        PeerNetwork there = network(PeerNetworkTest::echo);
        PeerLane lane =
                network(PeerNetworkTest::echo).lane("localhost", there.address().getPort(), "test");
        assertThatThrownBy(() -> lane.ask(question("x"), PATIENCE))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void frameOfImpossibleLength_endsTheConnection_andNothingElse() throws Exception {
        PeerNetwork there = network(PeerNetworkTest::echo);
        SSLSocket socket =
                (SSLSocket)
                        MutualTls.context(TestingTls.shared())
                                .getSocketFactory()
                                .createSocket(LOOPBACK, there.address().getPort());
        try (socket) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(Integer.MAX_VALUE);
            out.flush();
            assertThat(new DataInputStream(socket.getInputStream()).read()).isEqualTo(-1);
        }
        assertThat(asked(lane(network(PeerNetworkTest::echo), there), "x")).isEqualTo("you said x");
    }

    @Test
    void takenPort_andUnreadableFiles_areNamed() throws Exception {
        int port = network(PeerNetworkTest::echo).address().getPort();
        assertThatThrownBy(() -> network(TestingTls.shared(), port, PeerNetworkTest::echo))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen for peers on 127.0.0.1:" + port);
        PeerTls good = TestingTls.shared();
        Path missing = directory.resolve("missing.pem");
        assertRefused(new PeerTls(missing, good.certificate(), good.ca()), missing);
        Path garbage = Files.writeString(directory.resolve("garbage.pem"), "no certificate");
        assertRefused(new PeerTls(good.key(), good.certificate(), garbage), garbage);
        assertRefused(new PeerTls(garbage, good.certificate(), good.ca()), garbage);
    }

    private void assertRefused(PeerTls tls, Path named) {
        assertThatThrownBy(() -> network(tls, 0, PeerNetworkTest::echo))
                .hasMessageContaining(named.toString());
    }

    private static SSLSocket acceptTls(ServerSocket server) {
        try {
            SSLSocket socket =
                    (SSLSocket)
                            MutualTls.context(TestingTls.shared())
                                    .getSocketFactory()
                                    .createSocket(server.accept(), null, true);
            SSLParameters parameters = MutualTls.parameters();
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asked(PeerLane lane, String text) {
        return text(ask(lane, text));
    }

    private static Frame ask(PeerLane lane, String text) {
        return ask(lane, text, PATIENCE);
    }

    private static Frame ask(PeerLane lane, String text, Duration patience) {
        try {
            return lane.ask(question(text), patience);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
