package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command.AddressSeen;
import net.robustirc.statemachine.entry.Command.ConfigChange;
import net.robustirc.statemachine.entry.Command.DeleteSession;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.StreamReader;
import net.robustirc.war.testing.TestingNode;
import net.robustirc.war.testing.TestingSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams: http-api.md 3.5, ours.md section 1, robustsession-client.md rules 19 to 30. */
class StreamTest {
    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();
    private final TestingSession session = http.session();

    @AfterEach
    void stop() {
        node.close();
    }

    private Reply refusal(String path, String... headers) {
        return http.send("GET", path, "", headers);
    }

    /** Rules 19, 22, 23: the head and one ping at once, on a network where nothing happens. */
    @Test
    void stream_beginsWithHeadAndPingAtOnce() {
        try (StreamReader stream = session.stream("0.0")) {
            assertThat(stream.head().status()).isEqualTo(200);
            assertThat(stream.head().header("transfer-encoding")).contains("chunked");
            assertThat(stream.head().header("content-encoding")).isEmpty();
            assertThat(stream.next())
                    .isEqualTo(
                            "{\"Id\":{\"Id\":0,\"Reply\":0},\"Session\":{\"Id\":0,\"Reply\":0},"
                                    + "\"Type\":4,\"Data\":\"\",\"UnixNano\":0,\"Servers\":"
                                    + "[\"node.example:60667\",\"leader.example:60667\"]}");
        }
    }

    /** Rule 24 and http-api.md 3.5: keys, their order and their types. */
    @Test
    void stream_ofLines_hasTheOriginalsShape() {
        session.post("PING abc");

        try (StreamReader stream = session.stream("0.0")) {
            assertThat(stream.nextLine())
                    .matches(
                            "\\{\"Id\":\\{\"Id\":[0-9]+,\"Reply\":1},"
                                    + "\"Session\":\\{\"Id\":0,\"Reply\":0},\"Type\":3,"
                                    + "\"Data\":\":testing.net PONG testing.net abc\","
                                    + "\"UnixNano\":0}");
        }
    }

    /** Rule 28. */
    @ParameterizedTest
    @ValueSource(strings = {"?lastseen=0.0", "?lastseen=", "", "?lastseen=1.1"})
    void stream_withoutAPosition_beginsWithTheSession(String query) {
        session.post("PING first");
        session.post("PING second");

        try (StreamReader stream =
                http.stream(session.path() + "/messages" + query, session.auth())) {
            assertThat(stream.nextLine()).contains("first");
            assertThat(stream.nextLine()).contains("second");
        }
    }

    @Test
    void stream_resumesRightAfterTheLineLastSeen() {
        session.registered("alice");
        String second;
        String third;
        try (StreamReader stream = session.stream("0.0")) {
            stream.nextLine();
            second = stream.nextLine();
            third = stream.nextLine();
        }

        try (StreamReader stream = session.stream(position(second))) {
            assertThat(stream.nextLine()).isEqualTo(third);
        }
    }

    private static String position(String object) {
        Matcher id = Pattern.compile("\"Id\":([0-9]+),\"Reply\":([0-9]+)").matcher(object);
        assertThat(id.find()).isTrue();
        return id.group(1) + "." + id.group(2);
    }

    /** Rule 27. */
    @Test
    void stream_openedAgain_endsTheOneBefore() {
        try (StreamReader first = session.stream("0.0");
                StreamReader second = session.stream("0.0")) {
            assertThat(first.lastLine()).isEmpty();
            session.post("PING abc");
            assertThat(second.nextLine()).contains("abc");
        }
    }

    @Test
    void stream_getsLinesOfOthers() {
        TestingSession alice = session.registered("alice");
        TestingSession bob = http.session().registered("bob");
        alice.post("JOIN #test");
        bob.post("JOIN #test");

        try (StreamReader stream = alice.stream("0.0")) {
            bob.post("PRIVMSG #test :<hi>");

            assertThat(stream.find(object -> object.contains(" PRIVMSG ")))
                    .contains("PRIVMSG #test :\\u003chi\\u003e");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1",
                "1.",
                ".1",
                "1.2.3",
                "-1.0",
                "1.-1",
                "0x1.0",
                "99999999999999999999.0",
                "1|0",
                "1.0\"",
                "1.%zz"
            })
    void stream_withAMalformedPosition_is400(String lastSeen) {
        assertThatRefused(
                refusal(session.path() + "/messages?lastseen=" + lastSeen, session.auth()), 400);
    }

    @Test
    void stream_withAWrongToken_is404() {
        assertThatRefused(refusal(session.path() + "/messages", "X-Session-Auth: x"), 404);
        assertThatRefused(refusal(session.path() + "/messages"), 404);
    }

    /** ours.md section 4: an address becomes known with the first post or stream. */
    @Test
    void stream_fromAnAddressNotKnown_tellsItOnce() {
        TestingSession known = http.session();
        known.post("PING x");
        for (TestingSession each : List.of(session, session, known)) {
            try (StreamReader stream = each.stream("0.0")) {
                each.post("PING abc");
                stream.find(object -> object.contains("abc"));
            }
        }
        assertThat(
                        node.consensus().submitted().stream()
                                .filter(AddressSeen.class::isInstance)
                                .map(AddressSeen.class::cast))
                .singleElement()
                .extracting(AddressSeen::remoteAddress)
                .isEqualTo("127.0.0.1");
    }

    @Test
    void stream_fromABannedAddress_ends() throws Exception {
        TreeMap<String, String> banned = new TreeMap<>(Map.of("127.0.0.1", "spam"));
        node.consensus().submit(new ConfigChange(0, banning(banned), "")).get(5, TimeUnit.SECONDS);

        try (StreamReader stream = session.stream("0.0")) {
            assertThat(stream.lastLine()).contains("ERROR :Closing Link:", "(spam)");
        }
    }

    private static NetworkConfig banning(TreeMap<String, String> banned) {
        NetworkConfig base = NetworkConfig.DEFAULT;
        return new NetworkConfig(
                base.limits(),
                base.trustedBridges(),
                base.captcha(),
                base.irc(),
                base.networkName(),
                base.motd(),
                base.admin(),
                banned,
                base.origins(),
                base.cloak());
    }

    /** Rule 33. */
    @Test
    void stream_ofAnEndedSession_is404() {
        session.delete("");

        assertThatRefused(refusal(session.path() + "/messages", session.auth()), 404);
    }

    /** Rule 2: not yet seen is never 404. */
    @Test
    void stream_ofASessionNotYetSeenHere_waitsForIt() throws Exception {
        node.consensus().lag();
        TestingSession unseen = http.session();
        CompletableFuture<StreamReader> opening =
                CompletableFuture.supplyAsync(() -> unseen.stream("0.0"));
        node.consensus().catchUp();

        try (StreamReader stream = opening.get(5, TimeUnit.SECONDS)) {
            assertThat(stream.head().status()).isEqualTo(200);
            unseen.post("PING abc");
            assertThat(stream.nextLine()).contains("abc");
        }
    }

    @Test
    void stream_ofASessionThatDoesNotAppear_is503After2Seconds() {
        node.consensus().lag();
        TestingSession unseen = http.session();
        long started = System.nanoTime();

        assertThatRefused(refusal(unseen.path() + "/messages", unseen.auth()), 503);

        assertThat(System.nanoTime() - started)
                .isBetween(TimeUnit.MILLISECONDS.toNanos(1900), TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void stream_ofASessionFarInTheFuture_is503AtOnce() {
        assertThatRefused(
                refusal("/robustirc/v1/0x7fffffffffffffff/messages", session.auth()), 503);
    }

    @Test
    void stream_onANodeThatIsCutOff_is503() {
        node.consensus().cutOff();

        assertThatRefused(refusal(session.path() + "/messages", session.auth()), 503);
    }

    @Test
    void stream_whileDraining_is503() {
        node.node().drain();

        assertThatRefused(refusal(session.path() + "/messages", session.auth()), 503);
    }

    /** Design D5: another node may still have the lines. */
    @Test
    void stream_fromBelowThisNodesOutput_is503() {
        long id = Long.decode(session.id());
        node.consensus().forget(id + 10, id - 1);

        assertThatRefused(
                refusal(session.path() + "/messages?lastseen=" + id + ".1", session.auth()), 503);
    }

    /** Never a silent gap: the client is told, and the session ends. */
    @Test
    void stream_fromBelowAllOutput_isToldAndEnded() {
        long id = Long.decode(session.id());
        node.consensus().forget(id + 10, id + 10);

        try (StreamReader stream = session.stream(id + ".1")) {
            assertThat(stream.head().status()).isEqualTo(200);
            assertThat(stream.lastLine())
                    .as("clients drop what is not after lastseen")
                    .contains("\"Id\":{\"Id\":" + id + ",\"Reply\":2}")
                    .contains("\"Type\":3")
                    .contains("ERROR :Closing Link");
        }
        await().untilAsserted(
                        () -> {
                            DeleteSession delete = node.consensus().last(DeleteSession.class);
                            assertThat(delete.session()).hasToString(session.id());
                            assertThat(delete.byServer()).isTrue();
                        });
    }

    @Test
    void streams_endWhenTheNodeDrains() {
        try (StreamReader stream = session.stream("0.0")) {
            CompletableFuture<Void> drained = CompletableFuture.runAsync(node.node()::drain);

            assertThat(stream.lastLine()).isEmpty();
            assertThat(drained).succeedsWithin(5, TimeUnit.SECONDS);
        }
    }
}
