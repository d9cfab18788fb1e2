package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** irssi and WeeChat, as people use them, do all that users do without an error shown. */
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
                RawLog irssiLog = new RawLog(network.ircPort());
                RawLog weechatLog = new RawLog(network.ircPort());
                Terminal irssi = irssi(irssiLog.port());
                Terminal weechat = weechat(weechatLog.port())) {
            chat(irssi, weechat);
            ask(irssi, weechat);
            irssiRules(irssi, weechat);
            weechatRules(irssi, weechat);
            assertThat(weechat.screen()).doesNotContain("=!=");
            irssiLog.assertNoErrors();
            weechatLog.assertNoErrors();
        }
    }

    private static void chat(Terminal irssi, Terminal weechat) throws Exception {
        irssi.type("/join #room");
        irssi.awaitOnScreen("Join to #room was synced");
        weechat.type("/join #room");
        irssi.awaitOnScreen("wilma");
        irssi.type("good morning from irssi");
        weechat.awaitOnScreen("good morning from irssi");
        weechat.type("good morning from weechat");
        irssi.awaitOnScreen("good morning from weechat");
        irssi.type("/query wilma");
        irssi.type("only for wilma");
        weechat.type("/query fred");
        weechat.awaitOnScreen("only for wilma");
        weechat.type("only for fred");
        irssi.awaitOnScreen("only for fred");
        irssi.type("/unquery");
        weechat.type("/buffer #room");
    }

    private static void ask(Terminal irssi, Terminal weechat) throws Exception {
        irssi.type("/window 1");
        irssi.type("/whois wilma");
        irssi.awaitOnScreen("channels : #room");
        irssi.awaitOnScreen("End of WHOIS");
        irssi.type("/list -yes");
        irssi.awaitOnScreen("#room 2");
        irssi.awaitOnScreen("End of /LIST");
        irssi.type("/window 2");
        weechat.type("/buffer irc.server.local");
        weechat.type("/whois fred");
        weechat.awaitOnScreen("[fred] @#room");
        weechat.awaitOnScreen("[fred] End of /WHOIS list");
        weechat.type("/list");
        weechat.awaitOnScreen("#room(2)");
        weechat.awaitOnScreen("End of /LIST");
        weechat.type("/buffer #room");
    }

    private static void irssiRules(Terminal irssi, Terminal weechat) throws Exception {
        irssi.type("/topic a topic for everybody");
        irssi.awaitOnScreen("fred changed the topic of #room to: a topic for everybody");
        weechat.awaitOnScreen("a topic for everybody");
        irssi.type("/ban *!*@bad.example");
        irssi.awaitOnScreen("mode/#room [+b *!*@bad.example] by fred");
        irssi.type("/ban");
        irssi.awaitOnScreen("#room: ban *!*@bad.example");
        irssi.type("/voice wilma");
        irssi.awaitOnScreen("mode/#room [+v wilma] by fred");
        irssi.type("/op wilma");
        irssi.awaitOnScreen("mode/#room [+o wilma] by fred");
        irssi.type("/mode #room +m");
        irssi.awaitOnScreen("mode/#room [+m] by fred");
        weechat.awaitOnScreen("Mode #room [+m] by fred");
        irssi.type("/kick wilma enough");
        irssi.awaitOnScreen("wilma was kicked from #room by fred [enough]");
        weechat.awaitOnScreen("fred has kicked wilma (enough)");
    }

    private static void weechatRules(Terminal irssi, Terminal weechat) throws Exception {
        weechat.type("/join #den");
        weechat.awaitOnScreen("Channel #den: 1 nick (1 op");
        irssi.type("/join #den");
        irssi.awaitOnScreen("Join to #den was synced");
        weechat.awaitOnScreen("has joined #den");
        weechat.type("/topic my own topic");
        weechat.awaitOnScreen("wilma has changed topic for #den to \"my own topic\"");
        irssi.awaitOnScreen("my own topic");
        weechat.type("/ban *!*@bad.example");
        weechat.awaitOnScreen("Mode #den [+b *!*@bad.example] by wilma");
        weechat.type("/ban");
        weechat.awaitOnScreen("*!*@bad.example banned by wilma");
        weechat.type("/voice fred");
        weechat.awaitOnScreen("Mode #den [+v fred] by wilma");
        weechat.type("/op fred");
        weechat.awaitOnScreen("Mode #den [+o fred] by wilma");
        weechat.type("/mode #den +m");
        irssi.awaitOnScreen("mode/#den [+m] by wilma");
        weechat.type("/kick fred enough");
        weechat.awaitOnScreen("wilma has kicked fred (enough)");
        irssi.awaitOnScreen("fred was kicked from #den by wilma [enough]");
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
