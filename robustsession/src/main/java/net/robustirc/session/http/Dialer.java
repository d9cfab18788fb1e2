package net.robustirc.session.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import net.robustirc.session.server.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens TLS connections: resolves, tries each address in turn, shakes hands. Thread-safe. */
public final class Dialer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);

    private final Addresses addresses = new Addresses();
    private final SslContext tls;
    private final Duration connectLimit;
    private final Duration handshakeLimit;

    /** A dialer with these limits for one TCP connection and one handshake. */
    public Dialer(SslContext tls, Duration connectLimit, Duration handshakeLimit) {
        this.tls = tls;
        this.connectLimit = connectLimit;
        this.handshakeLimit = handshakeLimit;
    }

    /**
     * Wraps each channel that is tried; hears once of the first that works, or of the first cause.
     */
    interface Dialled {
        Connection wrap(Channel channel);

        void connected(Connection connection);

        void failed(Throwable cause);
    }

    /** Everything is told on the loop. */
    void dial(EventLoop loop, ServerAddress server, Dialled dialled) {
        addresses.find(
                server.host(),
                new Addresses.Found() {
                    @Override
                    public void addresses(List<InetAddress> found) {
                        tell(loop, () -> new Attempt(loop, server, dialled, found).next());
                    }

                    @Override
                    public void unknown(Exception cause) {
                        tell(loop, () -> dialled.failed(cause));
                    }
                });
    }

    private static void tell(EventLoop loop, Runnable news) {
        try {
            loop.execute(news);
        } catch (RejectedExecutionException e) {
            LOG.debug("resolved too late, the network was closed");
        }
    }

    private final class Attempt {
        private final EventLoop loop;
        private final ServerAddress server;
        private final Dialled dialled;
        private final Iterator<InetAddress> remaining;
        private Throwable firstCause;

        Attempt(EventLoop loop, ServerAddress server, Dialled dialled, List<InetAddress> found) {
            this.loop = loop;
            this.server = server;
            this.dialled = dialled;
            this.remaining = found.iterator();
        }

        void next() {
            Setup setup = new Setup(server, dialled);
            new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .option(ChannelOption.SO_KEEPALIVE, true)
                    .option(
                            ChannelOption.CONNECT_TIMEOUT_MILLIS,
                            Math.toIntExact(connectLimit.toMillis()))
                    .handler(setup)
                    .connect(new InetSocketAddress(remaining.next(), server.port()))
                    .addListener(connected -> connected(setup, connected));
        }

        private void connected(Setup setup, Future<?> connected) {
            if (connected.isSuccess()) {
                setup.handshake().addListener(shaken -> shaken(setup, shaken));
            } else {
                goOn(connected.cause());
            }
        }

        private void shaken(Setup setup, Future<?> shaken) {
            if (shaken.isSuccess()) {
                dialled.connected(setup.connection());
            } else {
                goOn(shaken.cause());
            }
        }

        private void goOn(Throwable cause) {
            if (firstCause == null) {
                firstCause = cause;
            }
            if (remaining.hasNext()) {
                next();
            } else {
                dialled.failed(firstCause);
            }
        }
    }

    /** The pipeline of one connection. */
    private final class Setup extends ChannelInitializer<Channel> {
        private final ServerAddress server;
        private final Dialled dialled;
        private SslHandler handler;
        private Connection connection;

        Setup(ServerAddress server, Dialled dialled) {
            this.server = server;
            this.dialled = dialled;
        }

        Future<Channel> handshake() {
            return handler.handshakeFuture();
        }

        Connection connection() {
            return connection;
        }

        @Override
        protected void initChannel(Channel channel) {
            handler = tls.newHandler(channel.alloc(), server.host(), server.port());
            handler.setHandshakeTimeoutMillis(handshakeLimit.toMillis());
            connection = dialled.wrap(channel);
            channel.pipeline().addLast(handler, new HttpResponseDecoder(), connection);
        }
    }

    @Override
    public void close() {
        addresses.close();
    }
}
