package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power failure: all three nodes at once. The bridge and its clients stay. */
class AllDownIT {
    @TempDir static Path dir;
    private static Localnet network;
    private static NodeApi api;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir, 25_200);
        api = NodeApi.of(network);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void kill9_ofAllNodes_keepsNicksChannelsTopicsModesAndSessions() throws Exception {
        try (IrcClient alice = IrcClient.connect("alice", network.ircPort());
                IrcClient bob = IrcClient.connect("bob", network.ircPort())) {
            alice.join("#test");
            alice.send("TOPIC #test :survives everything");
            alice.send("MODE #test +k-t sesame");
            alice.await(line -> line.contains(" MODE #test "));
            bob.send("JOIN #test sesame");
            bob.await(line -> line.contains(" 366 bob #test "));
            bob.send("AWAY :at lunch");
            bob.await(line -> line.contains(" 306 bob "));

            network.killAllNodes();
            alice.send("PRIVMSG #test :sent while nobody was there");

            bob.await(line -> line.endsWith(" PRIVMSG #test :sent while nobody was there"));
            assertStateIsBack(alice);
            // The same sessions: nobody saw anybody go or come again.
            assertThat(alice.lines())
                    .noneMatch(line -> line.contains(" QUIT ") || line.contains(" PART "))
                    .filteredOn(line -> line.contains(" JOIN "))
                    .hasSize(2);
        }
    }

    private static void assertStateIsBack(IrcClient alice) throws Exception {
        alice.send("TOPIC #test");
        alice.await(line -> line.endsWith(" 332 alice #test :survives everything"));
        alice.send("MODE #test");
        String modes = alice.await(line -> line.contains(" 324 alice #test "));
        assertThat(modes).contains("k").contains("n").contains("sesame");
        assertThat(modes.split(" ")[4]).doesNotContain("t");
        alice.send("NAMES #test");
        alice.await(line -> line.contains(" 353 alice ") && line.contains("@alice"));
        alice.send("WHOIS bob");
        alice.await(line -> line.endsWith(" 301 alice bob :at lunch"));
    }

    @Test
    void resume_acrossKillOfAllNodes_getsEveryLineOfTheWindow() throws Exception {
        ResumeAcross.check(api, network, network::killAllNodes);
    }
}
