package net.robustirc.session.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import net.robustirc.session.server.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One TLS connection that carries one exchange at a time; the last handler of its pipeline. */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Connections owner;
    private final ServerAddress server;
    private final Channel channel;
    private boolean usedBefore;
    private boolean answered;
    private boolean interim;
    private boolean keepAlive;
    private long idleSince;

    /** Null while idle. */
    private Exchange current;

    Connection(Connections owner, ServerAddress server, Channel channel) {
        this.owner = owner;
        this.server = server;
        this.channel = channel;
        channel.closeFuture().addListener(closed -> owner.gone(this));
    }

    ServerAddress server() {
        return server;
    }

    boolean isOpen() {
        return channel.isActive();
    }

    long idleSince() {
        return idleSince;
    }

    void start(Exchange exchange) {
        current = exchange;
        answered = false;
        channel.writeAndFlush(exchange.request().encode(channel.alloc(), server))
                .addListener(
                        written -> {
                            if (!written.isSuccess()) {
                                broken(written.cause());
                            }
                        });
    }

    void setReading(boolean wanted) {
        channel.config().setAutoRead(wanted);
    }

    /**
     * What the kernel has not got rid of yet goes with the connection: a request that nobody waits
     * for must not reach the server minutes later, when the network is back.
     */
    void abort() {
        if (current != null && !answered) {
            forgetUnsent();
        }
        current = null;
        channel.close();
    }

    private void forgetUnsent() {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException e) {
            LOG.debug("the connection to {} is closed already", server, e);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            receive((HttpObject) message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void receive(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            broken(part.decoderResult().cause());
        } else if (current == null) {
            channel.close(); // an answer to nothing, such as a time-out of the idle connection
        } else {
            if (part instanceof HttpResponse head) {
                receiveHead(head);
            }
            if (part instanceof HttpContent content) {
                receiveContent(content);
            }
        }
    }

    private void receiveHead(HttpResponse head) {
        answered = true;
        interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (!interim) {
            keepAlive = HttpUtil.isKeepAlive(head);
            current.listener().head(head.status().code(), head.headers());
        }
    }

    private void receiveContent(HttpContent content) {
        if (interim) {
            return;
        }
        if (current != null && content.content().isReadable()) {
            current.listener().body(content.content());
        }
        if (current != null && content instanceof LastHttpContent) {
            finish(current);
        }
    }

    /** Back to the idle ones first, so that what the listener sends next finds it there. */
    private void finish(Exchange exchange) {
        current = null;
        usedBefore = true;
        if (keepAlive && channel.isActive()) {
            setReading(true);
            idleSince = System.nanoTime();
            owner.idle(this);
        } else {
            channel.close();
        }
        exchange.complete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        broken(new IOException("connection closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        broken(cause);
    }

    private void broken(Throwable cause) {
        channel.close();
        Exchange broken = current;
        current = null;
        if (broken == null) {
            return;
        }
        if (usedBefore && !answered) {
            owner.openAfresh(broken);
        } else {
            broken.fail(cause);
        }
    }
}
