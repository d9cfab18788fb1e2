package net.robustirc.bridge.irc;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners and the connections they have accepted. */
public final class IrcServer {
    private static final Logger LOG = LoggerFactory.getLogger(IrcServer.class);
    private static final int THREADS = 2;
    private static final int READ_BYTES = 4096;
    private static final int FLUSH_AFTER = 256;
    private static final int BACKLOG = 512;

    private final Gateway gateway;
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(
                    THREADS, new DefaultThreadFactory("irc", false), NioIoHandler.newFactory());
    private final List<Channel> listeners = new ArrayList<>();
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();

    /** Listens nowhere yet. */
    public IrcServer(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Listens on one more address and returns where that is, should the port have been 0. */
    public InetSocketAddress listen(InetSocketAddress address) throws IOException {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ_BYTES))
                        .childHandler(new Setup())
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        listeners.add(bound.channel());
        return (InetSocketAddress) bound.channel().localAddress();
    }

    private final class Setup extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            ClientConnection connection = new ClientConnection(channel, gateway);
            connections.add(connection);
            channel.closeFuture().addListener(closed -> connections.remove(connection));
            channel.pipeline()
                    .addLast(
                            new FlushConsolidationHandler(FLUSH_AFTER, true),
                            new LineDecoder(),
                            new FlowControlHandler(), // holds lines of one read back while paused
                            connection);
        }
    }

    /** Stops listening, takes leave of clients and network, and frees the threads. */
    public void close(Duration limit) {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly());
        LOG.info("shutting down with {} connections", connections.size());
        CompletableFuture<?>[] closed =
                connections.stream().map(IrcServer::end).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closed)
                .completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        gateway.awaitDeletions(limit);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS)
                .awaitUninterruptibly(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Completes when the client has read its last line and gone, or cannot be told any more. */
    private static CompletableFuture<Void> end(ClientConnection connection) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        connection.whenClosed(() -> closed.complete(null));
        connection.onLoop(
                () ->
                        connection.end(
                                "Bridge: shutting down",
                                Optional.of("The bridge is shutting down")));
        return closed;
    }
}
