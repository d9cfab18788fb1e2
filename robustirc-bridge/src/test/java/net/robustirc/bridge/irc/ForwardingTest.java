package net.robustirc.bridge.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.robustirc.session.testing.FakeRequest.Kind;
import net.robustirc.session.testing.FakeServer.Answer;
import net.robustirc.session.testing.FakeSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends, on its way to the network. bridge.md sections 6 and 18. */
class ForwardingTest extends BridgeFixture {
    /** bridge.md 6.1: what the original changes on its way, ours does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "privmsg #c :hello there",
                "PRIVMSG #c :single",
                "USER a 0 * :b",
                "PRIVMSG #c :",
                "TOPIC #c :",
                "MODE #c +b *!*@2001:db8::1",
                "PRIVMSG foo:bar :x y",
                "PRIVMSG #c :trailing blanks  ",
                "JOIN #c ",
                "  leading x",
                "MODE   #c    +o  x",
                ":alice QUIT :bye",
                "PASS nickserv=x:oper=y",
                "CAP LS 302",
                "SERVER services.test 1 :s",
                "PRIVMSG #c :\"\\<>&\u00fc\ud83d\ude00\u2028\u0001ACTION\u0001",
                "PRIVMSG #c :bare\rreturn"
            })
    void line_isForwardedAsItIs(String line) throws IOException {
        connect().send(line);
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted(line);
    }

    /** IRCv3 message-tags: the network takes none from clients, and the longest grow in JSON. */
    @Test
    void messageTags_areDropped() throws IOException {
        TestClient client = login();
        client.send("@a=b @c PRIVMSG #c :tag");
        client.send("@only=tags");
        client.send("@" + "\u0001\"".repeat(2047) + " :alice QUIT :bye");
        awaitPosted("NICK alice", "PRIVMSG #c :tag", ":alice QUIT :bye");
        assertThat(fake.requests(Kind.POST)).allMatch(post -> post.body().length() < 8192);
    }

    @Test
    void lineEnds_areTrimmedAndEmptyLinesIgnored() throws IOException {
        connect().sendBytes("\r\n\n\rNICK a\r\r\n\nNICK b\nNICK c\r\n".getBytes());
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("NICK a", "NICK b", "NICK c");
    }

    @Test
    void bytesThatAreNotUtf8_areReplaced() throws IOException {
        connect().sendBytes("PRIVMSG #c :gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("PRIVMSG #c :gr\ufffd\ufffde");
    }

    @Test
    void lineInPieces_isJoined() throws IOException {
        TestClient client = connect();
        for (byte b : "NICK \u00fc\r\n".getBytes(StandardCharsets.UTF_8)) {
            client.sendBytes(new byte[] {b});
        }
        await().until(() -> !fake.sessions().isEmpty());
        awaitPosted("NICK \u00fc");
    }

    @Test
    void lineOfExactly512Bytes_isForwarded() throws IOException {
        String line = "PRIVMSG #c :" + "x".repeat(498);
        TestClient client = login();
        client.send(line);
        awaitPosted("NICK alice", line);
    }

    @Test
    void tooLongLine_isAnswered417AndNotForwarded() throws IOException {
        TestClient client = login();
        client.send("PRIVMSG #c :" + "x".repeat(499));
        client.expect(":" + PREFIX + " 417 alice :Input line was too long");
        client.send("PRIVMSG #c :" + "x".repeat(100_000));
        client.expect(":" + PREFIX + " 417 alice :Input line was too long");
        client.send("PRIVMSG #c :ok");
        awaitPosted("NICK alice", "PRIVMSG #c :ok");
    }

    @Test
    void connectionWithoutALine_createsNoSession() throws IOException {
        TestClient client = connect();
        client.sendBytes("NICK a".getBytes());
        client.expectSilence(300);
        assertThat(fake.requests(Kind.CREATE)).isEmpty();
    }

    @Test
    void requests_bearTheClientsAddress() throws IOException {
        TestClient client = login();
        assertThat(fake.requests(Kind.POST).get(0).header("x-forwarded-for"))
                .contains(client.address());
    }

    static Stream<Arguments> pings() {
        String source = ":" + PREFIX + " PONG " + PREFIX;
        return Stream.of(
                Arguments.of("PING token", source + " token"),
                Arguments.of("ping :a b", source + " :a b"),
                Arguments.of("PING", source),
                Arguments.of("PING a b", source + " a b"),
                Arguments.of(":ping PING x", source + " x"),
                Arguments.of("@ping=PING :me  ping  :x y", source + "  :x y"),
                Arguments.of("@\u00df\u00df\u00df\u00df PING x", source + " x"));
    }

    @ParameterizedTest
    @MethodSource("pings")
    void ping_isAnsweredLocally(String ping, String pong) throws IOException {
        TestClient client = login();
        client.send(ping);
        client.expect(pong);
        assertThat(fake.session().postedLines()).containsExactly("NICK alice");
    }

    /** RFC 2812 2.3: 512 bytes with the line end, and no NUL. */
    @Test
    void ping_tooLongForItsAnswer_isAnsweredCut() throws IOException {
        TestClient client = login();
        String source = ":" + PREFIX + " PONG " + PREFIX + " :";
        client.send("PING :" + "a".repeat(495));
        client.expect(source + "a".repeat(510 - source.length()));
        client.send("PING a\0b");
        client.expect(":" + PREFIX + " PONG " + PREFIX + " ab");
        client.send(":x\r PING y");
        client.expect(":" + PREFIX + " PONG " + PREFIX + " y");
    }

    @Test
    void ping_isAnsweredWhileAPostHangs() throws IOException {
        TestClient client = login();
        IntStream.range(0, 2).forEach(i -> fake.server(i).always(Kind.POST, Answer.silence()));
        client.send("PRIVMSG #c :stuck");
        client.send("PING x");
        client.expect(":" + PREFIX + " PONG " + PREFIX + " x");
        fake.session().say(":bob!b@c PRIVMSG #c :delivered");
        client.expect(":bob!b@c PRIVMSG #c :delivered");
    }

    @Test
    void pong_isSwallowed() throws IOException {
        TestClient client = login();
        client.send("PONG x");
        client.send("AWAY");
        awaitPosted("NICK alice", "AWAY");
    }

    @Test
    void floodingClient_isHeldBackAndNothingIsLost() throws IOException {
        TestClient client = login();
        int count = 500;
        StringBuilder flood = new StringBuilder();
        IntStream.range(0, count).forEach(i -> flood.append("X ").append(i).append("\r\n"));
        client.sendBytes(flood.toString().getBytes());
        FakeSession session = fake.session();
        await().until(() -> session.posts().size() == count + 1);
        assertThat(session.postedLines().subList(1, count + 1))
                .isEqualTo(IntStream.range(0, count).mapToObj(i -> "X " + i).toList());
    }
}
