package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** irssi and WeeChat, as people use them, chat through the network without an error shown. */
class RealClientsIT {
    private static final Path IRSSI = Path.of("/usr/bin/irssi");
    private static final Path WEECHAT = Path.of("/usr/bin/weechat");

    @TempDir static Path dir;

    @Test
    void irssiAndWeechat_chat() throws Exception {
        assumeTrue(
                Terminal.available(IRSSI) && Terminal.available(WEECHAT),
                "SKIPPED RealClientsIT: Debian packages irssi, weechat-curses and tmux are needed");
        try (Localnet network = Localnet.start(dir.resolve("net"), 26_200);
                Terminal irssi = irssi(network.ircPort());
                Terminal weechat = weechat(network.ircPort())) {
            irssi.type("/join #room");
            irssi.awaitOnScreen("Join to #room was synced");
            weechat.type("/join #room");
            irssi.awaitOnScreen("wilma");
            irssi.type("good morning from irssi");
            weechat.awaitOnScreen("good morning from irssi");
            weechat.type("good morning from weechat");
            irssi.awaitOnScreen("good morning from weechat");
            irssi.type("/topic a topic for everybody");
            weechat.awaitOnScreen("a topic for everybody");
            irssi.type("/whois wilma");
            irssi.type("/window 1");
            irssi.awaitOnScreen("End of WHOIS");
            irssi.type("/window 2");
            assertThat(weechat.screen()).doesNotContain("=!=");
            weechat.type("/part see you");
            irssi.awaitOnScreen("see you");
            Path raw = dir.resolve("irssi.raw");
            irssi.type("/rawlog save " + raw);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(raw));
            assertNoErrors(Files.readAllLines(raw));
        }
    }

    /**
     * Numerics from 400 up are errors; clients show them as such. Not the 451 that irssi provokes
     * by an early {@code JOIN :} to learn that the server is there, and keeps to itself.
     */
    private static void assertNoErrors(List<String> log) {
        assertThat(log).anyMatch(line -> line.contains(" 001 "));
        assertThat(log)
                .noneMatch(
                        line ->
                                line.matches(".*:\\S+ (4\\d\\d|5\\d\\d) .*")
                                        && !line.contains(" 451 * "));
    }

    private static Terminal irssi(int port) throws Exception {
        Terminal irssi =
                Terminal.run(
                        dir.resolve("irssi.tmux"),
                        List.of(IRSSI.toString(), "--home=" + dir.resolve("irssi")));
        irssi.awaitOnScreen("Irssi");
        irssi.type("/set nick fred");
        irssi.type("/connect -notls 127.0.0.1 " + port);
        irssi.awaitOnScreen("Your host is");
        return irssi;
    }

    private static Terminal weechat(int port) throws Exception {
        Terminal weechat =
                Terminal.run(
                        dir.resolve("weechat.tmux"),
                        List.of(WEECHAT.toString(), "-d", dir.resolve("weechat").toString()));
        weechat.awaitOnScreen("WeeChat");
        weechat.type("/server add local 127.0.0.1/" + port + " -nicks=wilma");
        weechat.type("/connect local");
        weechat.awaitOnScreen("Your host is");
        return weechat;
    }
}
