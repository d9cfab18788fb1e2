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

/**
 * The leader is stopped (SIGSTOP) under two chatting clients, for longer than the keys of posts are
 * kept, and goes on: its sockets take all that is sent, and give it to the process when it wakes.
 */
class FreezeIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration FROZEN = Duration.ofSeconds(45);

    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir, 27_200, "--no-restart");
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void sigstopOfTheLeader_holdsUpLinesForSecondsAndDoublesNone() throws Exception {
        try (IrcClient alice = IrcClient.connect("alice", network.ircPort());
                IrcClient bob = IrcClient.connect("bob", network.ircPort());
                Witness witness = Witness.join(network, "#test")) {
            alice.join("#test");
            bob.join("#test");
            Numbered fromAlice = Numbered.start(alice, "#test", 20);
            Numbered fromBob = Numbered.start(bob, "#test", 20);
            try (fromAlice;
                    fromBob) {
                awaitArrival(fromAlice, bob, "alice", LIMIT);
                awaitArrival(fromBob, alice, "bob", LIMIT);
                freezeLeader(
                        () -> {
                            awaitArrival(fromAlice, bob, "alice", SOON);
                            awaitArrival(fromBob, alice, "bob", SOON);
                        });
                awaitArrival(fromAlice, bob, "alice", SOON);
                awaitArrival(fromBob, alice, "bob", SOON);
                // What waited in the sockets of the frozen node has been dealt with by then.
                int mark = fromAlice.sent() + 20 * 20;
                await().atMost(LIMIT).until(() -> fromAlice.sent() >= mark);
            }
            awaitAll(fromAlice, () -> bob.textsFrom("alice", "#test"));
            awaitAll(fromBob, () -> alice.textsFrom("bob", "#test"));
            awaitAll(fromAlice, () -> witness.textsFrom("alice", "#test"));
            assertThat(witness.repeated()).isEmpty();
        }
    }

    private interface Texts {
        List<String> now();
    }

    private static void awaitAll(Numbered sender, Texts texts) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(texts.now()).isEqualTo(sender.texts()));
    }

    /** Until a line that is sent from now on is received. */
    private static void awaitArrival(
            Numbered sender, IrcClient receiver, String nick, Duration limit) {
        int mark = sender.sent() + 1;
        await(nick + "'s line " + mark)
                .atMost(limit)
                .until(() -> receiver.textsFrom(nick, "#test").contains(Numbered.text(mark)));
    }

    private static void freezeLeader(Runnable meanwhile) throws Exception {
        int leader = api.leader(network.urls()).orElseThrow();
        long pid = network.pid(leader);
        long wakeAt = System.nanoTime() + FROZEN.toNanos();
        signal("STOP", pid);
        try {
            meanwhile.run();
            await().atMost(FROZEN.plus(LIMIT)).until(() -> System.nanoTime() - wakeAt >= 0);
        } finally {
            signal("CONT", pid);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        Processes.run(List.of("kill", "-" + name, String.valueOf(pid)));
    }
}
