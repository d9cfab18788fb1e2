package net.robustirc.war.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryTest {
    private static final SessionId ALICE = new SessionId(TestingNode.FIRST_ID);
    private static final SessionId BOB = new SessionId(TestingNode.FIRST_ID + 1);
    private static final String PING =
            "{\"Id\":{\"Id\":0,\"Reply\":0},\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":4,"
                    + "\"Data\":\"\",\"UnixNano\":0,"
                    + "\"Servers\":[\"leader.example:13001\",\"node2.example:13002\"]}";

    @TempDir Path directory;

    @Test
    void open_sendsHeadersAndAPingAtOnce() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.head())
                    .startsWith("http/1.1 200 ok")
                    .containsPattern("content-type: text/plain; ?charset=utf-8")
                    .contains("transfer-encoding: chunked");
            assertThat(client.next()).isEqualTo(PING);
        }
    }

    @Test
    void line_toALiveStream_arrivesAsOneObject() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.next()).isEqualTo(PING);
            node.say(BOB, "not for alice");
            long id = node.say(ALICE, "first", "second é");
            assertThat(client.next())
                    .isEqualTo(
                            "{\"Id\":{\"Id\":%d,\"Reply\":1},\"Session\":{\"Id\":0,\"Reply\":0},"
                                            .formatted(id)
                                    + "\"Type\":3,\"Data\":\"first\",\"UnixNano\":0}");
            String second = client.next();
            assertThat(TestingClient.id(second)).isEqualTo(new MessageId(id, 2));
            assertThat(TestingClient.data(second)).isEqualTo("second é");
        }
    }

    @Test
    void open_withLastSeen_givesTheRestOfThatCommandAndAllAfterIt() throws Exception {
        try (TestingNode node = new TestingNode(directory)) {
            node.say(ALICE, "seen");
            long id = node.say(ALICE, "seen too", "rest");
            node.say(ALICE, "after");
            try (TestingClient client =
                    new TestingClient(node.port(), ALICE, new MessageId(id, 1))) {
                assertThat(TestingClient.data(client.nextLine())).isEqualTo("rest");
                assertThat(TestingClient.data(client.nextLine())).isEqualTo("after");
                node.say(ALICE, "live");
                assertThat(TestingClient.data(client.nextLine())).isEqualTo("live");
            }
        }
    }

    @Test
    void open_aheadOfTheTail_waitsAndReplaysNothing() throws Exception {
        try (TestingNode node = new TestingNode(directory)) {
            long id = node.say(ALICE, "old");
            MessageId ahead = new MessageId(id + 2, 1);
            try (TestingClient client = new TestingClient(node.port(), ALICE, ahead)) {
                assertThat(client.next()).isEqualTo(PING);
                node.say(ALICE, "seen on another node");
                node.say(ALICE, "seen there too", "not seen there");
                assertThat(TestingClient.data(client.nextLine())).isEqualTo("not seen there");
            }
        }
    }

    @Test
    void open_ofTheSameSessionAgain_endsTheFirst() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient first = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(first.next()).isEqualTo(PING);
            try (TestingClient second = new TestingClient(node.port(), ALICE, MessageId.START)) {
                assertThat(first.next()).isEmpty();
                assertThat(second.next()).isEqualTo(PING);
                node.say(ALICE, "to the second");
                assertThat(TestingClient.data(second.next())).isEqualTo("to the second");
                assertThat(node.delivery.streams()).isEqualTo(1);
            }
        }
    }

    @Test
    void sessionsEnd_endsTheStreamAfterItsLines() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.next()).isEqualTo(PING);
            long id = node.end(ALICE, "ERROR :bye");
            assertThat(TestingClient.data(client.next())).isEqualTo("ERROR :bye");
            assertThat(client.next()).isEmpty();
            // Whoever resumes after that is told so too.
            try (TestingClient late = new TestingClient(node.port(), ALICE, new MessageId(id, 1))) {
                assertThat(late.nextLine()).isEmpty();
            }
            await().until(() -> node.delivery.streams() == 0);
        }
    }

    @Test
    void sessionGoneFromTheView_endsTheStreamWithThePing() throws Exception {
        try (TestingNode node = new TestingNode(directory, Duration.ofMillis(400), 1);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.next()).isEqualTo(PING);
            node.gone.add(ALICE);
            assertThat(client.nextLine()).isEmpty();
        }
    }

    @Test
    void ping_comesAgainAndAgain() throws Exception {
        try (TestingNode node = new TestingNode(directory, Duration.ofMillis(200), 2);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            long start = System.nanoTime();
            for (int i = 0; i < 6; i++) {
                assertThat(client.next()).isEqualTo(PING);
            }
            // The first at once, the second within an interval, four more each an interval apart.
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertThat(millis).isBetween(780L, 5000L);
        }
    }

    @Test
    void clientThatIsGone_isForgotten() throws Exception {
        try (TestingNode node = new TestingNode(directory, Duration.ofMillis(200), 1)) {
            try (TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
                assertThat(client.next()).isEqualTo(PING);
                assertThat(node.delivery.streams()).isEqualTo(1);
            }
            await().until(() -> node.delivery.streams() == 0);
        }
    }

    @Test
    void slowReader_holdsNobodyUp_andMissesNothing() throws Exception {
        try (TestingNode node = new TestingNode(directory, Duration.ofSeconds(2), 1);
                TestingClient slow = new TestingClient(node.port(), BOB, MessageId.START, 4 << 10);
                TestingClient quick = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(slow.next()).isEqualTo(PING);
            int count = 20_000;
            String filler = "x".repeat(400);
            for (int i = 0; i < count; i++) {
                node.say(BOB, i + " " + filler);
            }
            await().until(() -> node.delivery.lagging() == 1);
            node.say(ALICE, "quick");
            assertThat(TestingClient.data(quick.nextLine())).isEqualTo("quick");
            for (int i = 0; i < count; i++) {
                assertThat(TestingClient.data(slow.nextLine())).isEqualTo(i + " " + filler);
            }
            await().until(() -> node.delivery.lagging() == 0);
            node.say(BOB, "live again");
            assertThat(TestingClient.data(slow.nextLine())).isEqualTo("live again");
        }
    }

    @Test
    void snapshotInstalledAboveACursor_endsItsStream() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.next()).isEqualTo(PING);
            node.say(ALICE, "before");
            assertThat(TestingClient.data(client.next())).isEqualTo("before");
            node.skip(1000);
            assertThat(client.next()).isEmpty();
        }
    }

    @Test
    void diskThatCannotBeRead_endsStreamsButNotDelivery() throws Exception {
        try (TestingNode node = new TestingNode(directory)) {
            try (TestingClient live = new TestingClient(node.port(), ALICE, MessageId.START)) {
                assertThat(live.next()).isEqualTo(PING);
                node.unreadable.set(true);
                node.say(ALICE, "unread");
                assertThat(live.next()).isEmpty();
            }
            try (TestingClient behind = new TestingClient(node.port(), ALICE, MessageId.START)) {
                assertThat(behind.nextLine()).isEmpty();
            }
            node.unreadable.set(false);
            try (TestingClient again = new TestingClient(node.port(), ALICE, MessageId.START)) {
                assertThat(TestingClient.data(again.nextLine())).isEqualTo("unread");
            }
        }
    }

    /** Design D12: nobody may go on as if nothing had happened. */
    @Test
    void errorInDelivery_isTold() throws Exception {
        try (TestingNode node = new TestingNode(directory);
                TestingClient live = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(live.next()).isEqualTo(PING);
            node.broken.set(true);
            node.say(ALICE, "never read");
            assertThat(live.next()).isEmpty();
            assertThat(node.errors).hasOnlyElementsOfType(InternalError.class).isNotEmpty();
        }
    }

    @Test
    void requestBelowTheNetworksFloor_getsOneErrorLine() throws Exception {
        try (TestingNode node = new TestingNode(directory)) {
            node.say(ALICE, "lost");
            node.skip(10);
            for (int i = 0; i < 20; i++) {
                node.say(BOB, "later");
            }
            node.log.retain(Long.MAX_VALUE);
            try (TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
                String object = client.next();
                assertThat(TestingClient.data(object)).isEqualTo("ERROR :too late");
                assertThat(TestingClient.id(object)).isEqualTo(new MessageId(ALICE.value(), 1));
                assertThat(client.next()).isEmpty();
            }
        }
    }

    @Test
    void nodeThatIsCutOff_endsItsStreams() throws Exception {
        try (TestingNode node = new TestingNode(directory, Duration.ofSeconds(2), 1);
                TestingClient client = new TestingClient(node.port(), ALICE, MessageId.START)) {
            assertThat(client.next()).isEqualTo(PING);
            node.cutOff.set(true);
            assertThat(client.nextLine()).isEmpty();
        }
    }

    @Test
    void nodeThatIsCutOff_endsItsStreamsOverATime() throws Exception {
        List<TestingClient> clients = new ArrayList<>();
        try (TestingNode node = new TestingNode(directory, Duration.ofSeconds(2), 1)) {
            int count = 20;
            for (int i = 0; i < count; i++) {
                SessionId session = new SessionId(TestingNode.FIRST_ID + i);
                clients.add(new TestingClient(node.port(), session, MessageId.START));
            }
            await().until(() -> node.delivery.streams() == count);
            node.cutOff.set(true);
            await().pollInterval(Duration.ofMillis(1)).until(() -> node.delivery.streams() < count);
            long first = System.nanoTime();
            await().pollInterval(Duration.ofMillis(1)).until(() -> node.delivery.streams() == 0);
            assertThat(Duration.ofNanos(System.nanoTime() - first))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(50));
        } finally {
            for (TestingClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void close_endsEveryStreamAndLeavesNoThread() throws Exception {
        List<TestingClient> clients = new ArrayList<>();
        TestingNode node = new TestingNode(directory, Duration.ofSeconds(20), 2);
        for (int i = 0; i < 20; i++) {
            SessionId session = new SessionId(TestingNode.FIRST_ID + i);
            clients.add(new TestingClient(node.port(), session, MessageId.START));
        }
        node.close();
        for (TestingClient client : clients) {
            assertThat(client.nextLine()).isEmpty();
            client.close();
        }
        assertThat(node.delivery.streams()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("robustirc-delivery"));
    }
}
