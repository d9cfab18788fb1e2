package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pircbotx.hooks.events.BanListEvent;
import org.pircbotx.hooks.events.ChannelInfoEvent;
import org.pircbotx.hooks.events.ConnectEvent;
import org.pircbotx.hooks.events.JoinEvent;
import org.pircbotx.hooks.events.KickEvent;
import org.pircbotx.hooks.events.MessageEvent;
import org.pircbotx.hooks.events.OpEvent;
import org.pircbotx.hooks.events.PrivateMessageEvent;
import org.pircbotx.hooks.events.SetChannelBanEvent;
import org.pircbotx.hooks.events.SetModeratedEvent;
import org.pircbotx.hooks.events.TopicEvent;
import org.pircbotx.hooks.events.VoiceEvent;
import org.pircbotx.hooks.events.WhoisEvent;

/** The libraries that most bots are made of understand all that the network says to them. */
class LibraryClientsIT {
    private static final String MASK = "*!*@bad.example";

    @TempDir static Path dir;
    private static Localnet network;

    @BeforeAll
    static void start() throws Exception {
        network = Localnet.start(dir.resolve("net"), 26_400);
    }

    @AfterAll
    static void stop() {
        network.stop();
    }

    @Test
    void pircbotx_understandsEverything() throws Exception {
        try (RawLog log = new RawLog(network.ircPort());
                IrcClient other = IrcClient.connect("walter", network.ircPort());
                Bot bot = new Bot(log.port(), "pira")) {
            bot.await(ConnectEvent.class, event -> true);
            bot.irc().sendIRC().joinChannel("#bots");
            bot.await(JoinEvent.class, event -> event.getUser().getNick().equals("pira"));
            other.join("#bots");
            bot.await(JoinEvent.class, event -> event.getUser().getNick().equals("walter"));
            talk(bot, other);
            ask(bot);
            rule(bot, other);
            assertThat(bot.failures()).isEmpty();
            log.assertNoErrors();
        }
    }

    private static void talk(Bot bot, IrcClient other) throws Exception {
        bot.irc().sendIRC().message("#bots", "good morning");
        bot.irc().sendIRC().message("walter", "only for you");
        other.await(line -> line.endsWith(" PRIVMSG #bots :good morning"));
        other.await(line -> line.endsWith(" PRIVMSG walter :only for you"));
        other.send("PRIVMSG #bots :good m\u00F6rning");
        other.send("PRIVMSG pira :psst");
        bot.await(MessageEvent.class, event -> event.getMessage().equals("good m\u00F6rning"));
        bot.await(PrivateMessageEvent.class, event -> event.getMessage().equals("psst"));
    }

    private static void ask(Bot bot) {
        bot.irc().sendIRC().whois("walter");
        WhoisEvent whois = bot.await(WhoisEvent.class, event -> true);
        assertThat(whois.getRealname()).isEqualTo("walter of the tests");
        assertThat(whois.getChannels()).containsExactly("#bots");
        bot.irc().sendIRC().listChannels();
        ChannelInfoEvent list = bot.await(ChannelInfoEvent.class, event -> true);
        assertThat(list.getList())
                .anyMatch(entry -> entry.getName().equals("#bots") && entry.getUsers() == 2);
    }

    private static void rule(Bot bot, IrcClient other) throws Exception {
        var room = bot.irc().getUserChannelDao().getChannel("#bots");
        var walter = bot.irc().getUserChannelDao().getUser("walter");
        room.send().setTopic("a topic for everybody");
        bot.await(TopicEvent.class, event -> event.getTopic().equals("a topic for everybody"));
        room.send().ban(MASK);
        bot.await(
                SetChannelBanEvent.class,
                event -> event.getBanHostmask().getHostmask().equals(MASK));
        bot.irc().sendRaw().rawLine("MODE #bots b");
        bot.await(BanListEvent.class, event -> event.getEntries().size() == 1);
        room.send().voice(walter);
        bot.await(VoiceEvent.class, event -> event.getRecipient().equals(walter));
        room.send().op(walter);
        bot.await(OpEvent.class, event -> event.getRecipient().equals(walter));
        room.send().setModerated();
        bot.await(SetModeratedEvent.class, event -> true);
        room.send().kick(walter, "enough");
        bot.await(KickEvent.class, event -> event.getReason().equals("enough"));
        other.await(line -> line.endsWith(" KICK #bots walter :enough"));
    }

    @Test
    void ircFramework_understandsEverything() throws Exception {
        assumeTrue(
                Framework.available(),
                "SKIPPED LibraryClientsIT.ircFramework: Debian packages nodejs and npm are needed");
        Path folder = dir.resolve("irc-framework");
        Framework.install(folder);
        try (RawLog log = new RawLog(network.ircPort());
                IrcClient other = IrcClient.connect("willi", network.ircPort());
                Framework bot = Framework.connect(folder, log.port(), "frida")) {
            bot.awaitEvent("registered", "\"nick\":\"frida\"");
            bot.call("join", "#lab");
            bot.awaitEvent("userlist", "\"nick\":\"frida\"", "\"modes\":[\"o\"]");
            other.join("#lab");
            bot.awaitEvent("join", "\"nick\":\"willi\"", "\"channel\":\"#lab\"");
            talk(bot, other);
            rule(bot, other);
            assertThat(bot.eventsLike("irc error")).isEmpty();
            // It calls numerics unknown that it has no use for, such as 003 and 251.
            assertThat(bot.events())
                    .noneMatch(event -> event.matches("unknown command .\"command\":\"[A-Z].*"));
            log.assertNoErrors();
        }
    }

    private static void talk(Framework bot, IrcClient other) throws Exception {
        bot.call("say", "#lab", "good morning");
        bot.call("say", "willi", "only for you");
        other.await(line -> line.endsWith(" PRIVMSG #lab :good morning"));
        other.await(line -> line.endsWith(" PRIVMSG willi :only for you"));
        other.send("PRIVMSG #lab :good m\u00F6rning");
        other.send("PRIVMSG frida :psst");
        bot.awaitEvent("privmsg", "\"target\":\"#lab\"", "\"message\":\"good m\u00F6rning\"");
        bot.awaitEvent("privmsg", "\"target\":\"frida\"", "\"message\":\"psst\"");
        bot.call("whois", "willi");
        bot.awaitEvent("whois", "\"real_name\":\"willi of the tests\"", "\"channels\":\"#lab\"");
        bot.call("list");
        bot.awaitEvent("channel list", "\"channel\":\"#lab\",\"num_users\":2");
    }

    private static void rule(Framework bot, IrcClient other) throws Exception {
        bot.call("setTopic", "#lab", "a topic for everybody");
        bot.awaitEvent("topic", "\"nick\":\"frida\"", "\"topic\":\"a topic for everybody\"");
        bot.call("ban", "#lab", MASK);
        bot.awaitEvent("mode", "{\"mode\":\"+b\",\"param\":\"" + MASK + "\"}");
        bot.call("banlist", "#lab");
        bot.awaitEvent("banlist", "\"banned\":\"" + MASK + "\"");
        bot.call("mode", "#lab", "+v", "willi");
        bot.awaitEvent("mode", "{\"mode\":\"+v\",\"param\":\"willi\"}");
        bot.call("mode", "#lab", "+o", "willi");
        bot.awaitEvent("mode", "{\"mode\":\"+o\",\"param\":\"willi\"}");
        bot.call("mode", "#lab", "+m");
        bot.awaitEvent("mode", "{\"mode\":\"+m\"");
        bot.call("raw", "KICK", "#lab", "willi", "it is enough");
        bot.awaitEvent("kick", "\"kicked\":\"willi\"", "\"message\":\"it is enough\"");
        other.await(line -> line.endsWith(" KICK #lab willi :it is enough"));
    }
}
