package net.robustirc.bridge.irc;

import io.netty.channel.Channel;
import java.util.List;
import net.robustirc.session.MessagePosition;
import net.robustirc.session.RobustSession;
import net.robustirc.session.SessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the network to the client: lines as they are, but for the answers to our own keepalives;
 * notices about the network; the operator's text before the message of the day. On the session's
 * thread.
 */
final class Downlink implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Downlink.class);
    private static final String AWAY =
            "The network cannot be reached at the moment. What you send waits and you will miss"
                    + " nothing.";
    private static final String BACK = "The network can be reached again.";

    private final ClientConnection connection;
    private final Channel channel;
    private final List<String> motd;
    private final NoticeFormat format;
    private RobustSession session;
    private String prefix;
    private OwnNick nick;
    private boolean motdShown;
    private volatile boolean errorShown;
    private volatile long lineAt = System.nanoTime();

    Downlink(ClientConnection connection, Channel channel, Gateway gateway) {
        this.connection = connection;
        this.channel = channel;
        this.motd = gateway.motd();
        this.format = gateway.noticeFormat();
    }

    /** Comes before anything the session tells. */
    void attach(RobustSession created) {
        session = created;
        prefix = created.prefix();
        nick = new OwnNick(prefix);
    }

    /** The client's nick for our own replies. */
    String nick() {
        return nick.get();
    }

    /** Whether the network itself has told the client that this is the end. */
    boolean errorShown() {
        return errorShown;
    }

    /** The {@link System#nanoTime()} of the last line received, answers to keepalives included. */
    long lineAt() {
        return lineAt;
    }

    @Override
    public void line(MessagePosition position, String line) {
        lineAt = System.nanoTime();
        if (isKeepaliveAnswer(line)) {
            return;
        }
        if (nick.notice(line)) {
            LOG.info("{} logged in as {}", connection.name(), nick.get());
        } else if (!motdShown && line.startsWith(":" + prefix + " 372 ")) {
            showMotd(line);
        } else if (!motdShown && !motd.isEmpty() && line.startsWith(":" + prefix + " 422 ")) {
            showMotdAlone();
            return;
        }
        errorShown = line.startsWith("ERROR ");
        Lines.send(channel, line);
        if (!channel.isWritable()) {
            session.pauseReceiving();
        }
    }

    private boolean isKeepaliveAnswer(String line) {
        return line.length() < prefix.length() + 20
                && (line.equals(":" + prefix + " PONG " + Uplink.KEEPALIVE)
                        || line.equals(":" + prefix + " PONG :" + Uplink.KEEPALIVE));
    }

    /** In the form of the network's own first line, once. bridge.md section 8. */
    private void showMotd(String line) {
        motdShown = true;
        int colon = line.indexOf(':', 1);
        if (colon > 0) {
            motd.forEach(text -> Lines.send(channel, line.substring(0, colon + 1) + "- " + text));
        }
    }

    /** In place of the answer that the network has none: RFC 2812 3.4.1. */
    private void showMotdAlone() {
        motdShown = true;
        sendNumeric("375", "- " + prefix + " Message of the day -");
        motd.forEach(text -> sendNumeric("372", "- " + text));
        sendNumeric("376", "End of /MOTD command.");
    }

    private void sendNumeric(String code, String text) {
        Lines.send(channel, ":" + prefix + " " + code + " " + nick.get() + " :" + text);
    }

    @Override
    public void available(boolean available) {
        LOG.info("{} {} the network", connection.name(), available ? "again reaches" : "has lost");
        if (format.isOn()) {
            String text = format.apply(available ? BACK : AWAY);
            Lines.send(channel, ":" + prefix + " NOTICE " + nick.get() + " :" + text);
        }
    }

    @Override
    public void ended(String reason) {
        connection.onLoop(() -> connection.networkEnded(reason));
    }
}
