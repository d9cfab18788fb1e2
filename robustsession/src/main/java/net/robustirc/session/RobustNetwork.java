package net.robustirc.session;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.robustirc.session.http.Connections;
import net.robustirc.session.http.Dialer;
import net.robustirc.session.http.TlsTrust;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;
import net.robustirc.session.wire.SessionRequests;

/** The servers of one network, shared by all its sessions in this process. */
public final class RobustNetwork implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final NetworkOptions options;
    private final ServerPool pool;
    private final Dialer dialer;
    private final MultiThreadIoEventLoopGroup loops;
    private final List<Lane> lanes = new ArrayList<>();
    private final AtomicInteger nextLane = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<RobustSession> sessions = ConcurrentHashMap.newKeySet();
    private final Map<Creation, Lane> creations = new ConcurrentHashMap<>();

    private RobustNetwork(NetworkOptions options, List<ServerAddress> servers) {
        SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
        Timeouts timeouts = options.timeouts();
        this.options = options;
        this.pool =
                new ServerPool(
                        servers,
                        options.ignoreServerListUpdates(),
                        System::nanoTime,
                        random.split());
        this.dialer =
                new Dialer(
                        TlsTrust.clientContext(options.caFile()),
                        timeouts.connect(),
                        timeouts.handshake());
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        options.ioThreads(),
                        new DefaultThreadFactory("robustsession", true),
                        NioIoHandler.newFactory());
        for (EventExecutor loop : loops) {
            lanes.add(lane((EventLoop) loop, random.split()));
        }
    }

    private Lane lane(EventLoop loop, SplittableRandom random) {
        Timers timers = new LoopTimers(loop);
        Connections connections = new Connections(loop, dialer);
        Prober prober =
                new HttpProber(
                        timers, connections, pool, options.timeouts().probe(), options.userAgent());
        return new Lane(
                timers,
                connections,
                pool,
                options.timeouts(),
                random,
                new Vigil(timers, pool, options.timeouts().quiet(), prober));
    }

    /**
     * Prepares for a network without contacting it.
     *
     * @throws IllegalArgumentException with a sentence for the operator if the server list or the
     *     CA file is unusable
     */
    public static RobustNetwork connect(NetworkOptions options) {
        return new RobustNetwork(options, ServerLists.parse(options.network()));
    }

    /** The servers known at the moment. */
    public List<ServerAddress> servers() {
        return pool.servers();
    }

    /** Creates a session; fails with {@link RobustSessionException}. */
    public CompletableFuture<RobustSession> createSession(
            SessionOptions sessionOptions, SessionListener listener) {
        Lane lane = lanes.get(Math.floorMod(nextLane.getAndIncrement(), lanes.size()));
        SessionRequests.Identity identity =
                new SessionRequests.Identity(
                        options.userAgent(),
                        sessionOptions.forwardedFor(),
                        sessionOptions.bridgeAuth());
        RobustSession.Setup setup =
                new RobustSession.Setup(sessionOptions, listener, identity, sessions::remove);
        Creation creation = new Creation(lane, setup, sessions::add);
        creations.put(creation, lane);
        CompletableFuture<RobustSession> created = creation.begin();
        created.whenComplete((session, failure) -> creations.remove(creation));
        return created;
    }

    /** Ends all sessions on this side only and frees every thread and connection. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        creations.forEach((creation, lane) -> lane.timers().execute(creation::cancel));
        for (RobustSession session : sessions) {
            session.timers().execute(() -> session.close("The client is shutting down"));
        }
        for (Lane lane : lanes) {
            lane.timers().execute(lane.connections()::close);
        }
        dialer.close();
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
