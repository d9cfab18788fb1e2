package net.robustirc.it;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.pircbotx.Configuration;
import org.pircbotx.InputParser;
import org.pircbotx.PircBotX;
import org.pircbotx.exception.IrcException;
import org.pircbotx.hooks.Event;
import org.pircbotx.hooks.ListenerAdapter;
import org.pircbotx.hooks.events.ExceptionEvent;
import org.pircbotx.hooks.events.UnknownEvent;

/** A bot of the library PircBotX: what it does is done through {@link #irc()}. */
final class Bot implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final PircBotX bot;
    private final Thread thread;

    Bot(int port, String nick) {
        Configuration configuration =
                new Configuration.Builder()
                        .setName(nick)
                        .setLogin(nick)
                        .setMessageDelay(0)
                        .setAutoReconnect(false)
                        .setBotFactory(new Factory())
                        .addListener(new Listener())
                        .addServer(InetAddress.getLoopbackAddress().getHostAddress(), port)
                        .buildConfiguration();
        bot = new PircBotX(configuration);
        thread = new Thread(this::run, "pircbotx");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            bot.startBot();
        } catch (IOException | IrcException | RuntimeException e) {
            failures.add(e.toString());
        }
    }

    PircBotX irc() {
        return bot;
    }

    /** Waits for an event of that kind. */
    <E extends Event> E await(Class<E> kind, Predicate<E> wanted) {
        Awaitility.await("PircBotX's " + kind.getSimpleName())
                .atMost(Duration.ofSeconds(30))
                .until(() -> events(kind).stream().anyMatch(wanted));
        return events(kind).stream().filter(wanted).findFirst().orElseThrow();
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whatever the library could not read. */
    List<String> failures() {
        return failures;
    }

    private final class Listener extends ListenerAdapter {
        @Override
        public void onEvent(Event event) throws Exception {
            events.add(event);
            if (event instanceof ExceptionEvent) {
                failures.add(event.toString());
            }
            // It handles CAP and calls it unknown all the same, whatever the server.
            if (event instanceof UnknownEvent unknown && !unknown.getLine().contains(" CAP ")) {
                failures.add(unknown.getLine());
            }
            super.onEvent(event);
        }
    }

    private final class Factory extends Configuration.BotFactory {
        @Override
        public InputParser createInputParser(PircBotX owner) {
            return new InputParser(owner) {
                @Override
                public void handleLine(String line) throws IOException, IrcException {
                    try {
                        super.handleLine(line);
                    } catch (RuntimeException e) {
                        failures.add(line + ": " + e);
                        throw e;
                    }
                }
            };
        }
    }

    @Override
    public void close() {
        bot.stopBotReconnect();
        bot.sendIRC().quitServer("that is all");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !thread.isAlive());
    }
}
