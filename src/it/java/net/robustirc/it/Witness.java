package net.robustirc.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.MessagePosition;
import net.robustirc.session.NetworkOptions;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.RobustSession;
import net.robustirc.session.SessionListener;
import net.robustirc.session.SessionOptions;

/**
 * A session in a channel that also hears when a server sends a line again, which the client library
 * behind the bridge drops and so hides.
 */
final class Witness implements SessionListener, AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RobustNetwork network;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<MessagePosition> repeated = new CopyOnWriteArrayList<>();

    private Witness(RobustNetwork network) {
        this.network = network;
    }

    /** Returns when it is in the channel. */
    static Witness join(Localnet localnet, String channel) {
        String servers = String.join(",", localnet.urls()).replace("https://", "");
        Witness witness =
                new Witness(
                        RobustNetwork.connect(
                                NetworkOptions.of(servers).withCaFile(localnet.caFile())));
        RobustSession session =
                witness.network
                        .createSession(SessionOptions.DEFAULT, witness)
                        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
        session.post("NICK witness");
        session.post("USER witness 0 * :a witness");
        session.post("JOIN " + channel);
        await().atMost(LIMIT)
                .until(() -> witness.lines.stream().anyMatch(line -> line.contains(" 366 ")));
        return witness;
    }

    @Override
    public void line(MessagePosition position, String line) {
        lines.add(line);
    }

    @Override
    public void repeated(MessagePosition position) {
        repeated.add(position);
    }

    @Override
    public void ended(String reason) {
        lines.add("(session ended: " + reason + ")");
    }

    /** What a nick has said in the channel. */
    List<String> textsFrom(String nick, String channel) {
        String middle = " PRIVMSG " + channel + " :";
        return lines.stream()
                .filter(line -> line.startsWith(":" + nick + "!") && line.contains(middle))
                .map(line -> line.substring(line.indexOf(middle) + middle.length()))
                .toList();
    }

    /** Positions at which a server sent a line again. */
    List<MessagePosition> repeated() {
        return repeated;
    }

    @Override
    public void close() {
        network.close();
    }
}
