package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are killed under two chatting clients; the clients see nothing of it. */
class KillIT {
    private static final int KILLS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir, 25_000, "--no-restart");
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void kill9_ofAnyNode_losesNothingAndDoublesNothing() throws Exception {
        try (IrcClient alice = IrcClient.connect("alice", network.ircPort());
                IrcClient bob = IrcClient.connect("bob", network.ircPort());
                Witness witness = Witness.join(network, "#test")) {
            alice.join("#test");
            bob.join("#test");
            alice.await(line -> line.startsWith(":bob!") && line.contains(" JOIN "));
            int aliceBefore = alice.lines().size();
            int bobBefore = bob.lines().size();

            Numbered fromAlice = Numbered.start(alice, "#test", 20);
            Numbered fromBob = Numbered.start(bob, "#test", 20);
            int leadersKilled = 0;
            try (fromAlice;
                    fromBob) {
                for (int kill = 0; kill < KILLS; kill++) {
                    leadersKilled += killOne(kill, fromAlice, bob) ? 1 : 0;
                }
            }
            assertThat(leadersKilled).isGreaterThanOrEqualTo(5);

            await().atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(bob.textsFrom("alice", "#test"))
                                            .isEqualTo(fromAlice.texts()));
            await().atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(alice.textsFrom("bob", "#test"))
                                            .isEqualTo(fromBob.texts()));
            await().atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(witness.textsFrom("alice", "#test"))
                                            .isEqualTo(fromAlice.texts()));
            assertThat(witness.repeated()).isEmpty();
            assertThat(onlyChat(alice.lines().subList(aliceBefore, alice.lines().size())))
                    .isEmpty();
            assertThat(onlyChat(bob.lines().subList(bobBefore, bob.lines().size()))).isEmpty();
        }
    }

    /** Kills the leader on even rounds, another node on odd ones; true if it was the leader. */
    private static boolean killOne(int round, Numbered sender, IrcClient receiver)
            throws Exception {
        await().atMost(LIMIT).until(() -> api.leader(network.urls()).isPresent());
        int leader = api.leader(network.urls()).orElseThrow();
        boolean killLeader = round % 2 == 0;
        int victim = killLeader ? leader : 1 + leader % 3;
        network.kill(victim);
        // Lines sent after the kill arrive while the node is down.
        int mark = sender.sent() + 20;
        await().atMost(LIMIT)
                .until(() -> receiver.textsFrom("alice", "#test").contains(Numbered.text(mark)));
        network.restart(victim);
        awaitCaughtUp(victim);
        return killLeader;
    }

    private static void awaitCaughtUp(int node) throws Exception {
        int leader = api.leader(network.urls()).orElseThrow();
        long wanted = api.status(network.url(leader)).get("AppliedIndex").asLong();
        await().atMost(LIMIT)
                .until(() -> api.status(network.url(node)).get("AppliedIndex").asLong() >= wanted);
    }

    /** What a client saw besides chat and pings: must be nothing. */
    private static List<String> onlyChat(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains(" PRIVMSG #test :line "))
                .filter(line -> !line.startsWith("PING "))
                .toList();
    }
}
