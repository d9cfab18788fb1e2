package net.robustirc.bridge.irc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One IRC client. Answers on its own what must not wait for the network (bridge.md section 6.2),
 * passes on the rest and tells the client why it ends. On the channel's loop.
 */
final class ClientConnection extends SimpleChannelInboundHandler<ClientInput> {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /** For the client to read our last line before the connection is gone. */
    private static final long LINGER_MILLIS = 1000;

    private final Channel channel;
    private final Gateway gateway;
    private final String name;
    private final Downlink downlink;
    private final Uplink uplink;
    private final ClientWatch watch;
    private boolean over;

    ClientConnection(Channel channel, Gateway gateway) {
        this.channel = channel;
        this.gateway = gateway;
        this.name = NetUtil.toSocketAddressString((InetSocketAddress) channel.remoteAddress());
        this.downlink = new Downlink(this, channel, gateway);
        this.uplink = new Uplink(this, gateway, downlink);
        this.watch = new ClientWatch(this, gateway.timing());
    }

    /** {@code host:port} of the client. */
    String name() {
        return name;
    }

    /** Whether it is us who do not listen: the network is slow, or our answers pile up unread. */
    boolean isReadingPaused() {
        return uplink.isFull() || !channel.isWritable();
    }

    void send(String line) {
        Lines.send(channel, line);
    }

    /** At the end all is read, and dropped: unread data would turn it into a reset. */
    void adjustReading() {
        channel.config().setAutoRead(over || !isReadingPaused());
    }

    /** Runs the task on the loop; after the bridge has closed there is nothing left to do. */
    void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: news after the end", name);
        }
    }

    void whenClosed(Runnable task) {
        channel.closeFuture().addListener(closed -> task.run());
    }

    Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return channel.eventLoop().schedule(task, delay, unit);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        LOG.info("{} connected", name);
        watch.start();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientInput input) {
        if (over) {
            return;
        }
        watch.heard();
        if (input instanceof ClientInput.Line line) {
            receive(withoutTags(line.text()));
        } else if (input instanceof ClientInput.Foreign foreign) {
            LOG.warn("{} speaks {}", name, foreign.hint());
            end("Bridge: not IRC", Optional.empty());
        } else {
            send(":" + uplink.prefix() + " 417 " + uplink.nick() + " :Input line was too long");
        }
    }

    private void receive(String line) {
        if (line.isEmpty()) {
            return;
        }
        IrcMessage message = IrcMessage.parse(line);
        boolean prefixed = !message.prefix().isEmpty();
        switch (message.command()) {
            case "PING" -> answerPing(line);
            case "PONG" -> LOG.trace("{} is there", name);
            case "QUIT" -> {
                if (prefixed) {
                    uplink.post(line); // services speak for their own clients
                } else {
                    quit(message.last());
                }
            }
            default -> uplink.post(line);
        }
    }

    /** The network takes no message tags from clients, and quoted they could outgrow a request. */
    private static String withoutTags(String line) {
        String body = line;
        while (body.startsWith("@")) {
            body = body.substring(IrcMessage.bodyStart(body));
        }
        return body;
    }

    /** The parameters go back as they came, as far as a line can hold them. */
    private void answerPing(String line) {
        String rest = line.stripLeading();
        if (rest.startsWith(":")) {
            rest = rest.substring(rest.indexOf(' ')).stripLeading();
        }
        String params = rest.substring("PING".length()).stripTrailing();
        String answer = ":" + uplink.prefix() + " PONG " + uplink.prefix() + params;
        send(Utf8.cut(answer.replace("\0", ""), LineBuilder.MAX_BYTES));
    }

    private void quit(String text) {
        end(text, Optional.of(text.isEmpty() ? "Quit" : "Quit: " + text));
    }

    /** The network could not give us a session. */
    void createFailed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        end("", Optional.of(cause.getMessage()));
    }

    /** The session is over, and not because of us. */
    void networkEnded(String reason) {
        end("", downlink.errorShown() ? Optional.empty() : Optional.of(reason));
    }

    /**
     * Ends the connection once: the session with the quit text and in the background, the client
     * with an ERROR line and at once.
     */
    void end(String quitText, Optional<String> error) {
        if (over) {
            return;
        }
        over = true;
        LOG.info("{} ends: {}", name, error.orElse(quitText));
        watch.stop();
        uplink.close(quitText);
        adjustReading();
        schedule(channel::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
        error.map(text -> Lines.send(channel, "ERROR :Closing Link: " + text))
                .orElseGet(() -> channel.writeAndFlush(channel.alloc().buffer(0)))
                .addListener(written -> ((DuplexChannel) channel).shutdownOutput());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean writable = channel.isWritable();
        watch.readsSlowly(!writable);
        uplink.setReceiving(writable);
        adjustReading();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end("Bridge: the client closed the connection", Optional.empty());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("{} failed", name, cause);
        end("Bridge: the connection to the client broke", Optional.empty());
        channel.close();
    }
}
