package net.robustirc.war.boot;

import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.robustirc.consensus.Consensus;
import net.robustirc.war.admin.Build;
import net.robustirc.war.admin.ConfigResource;
import net.robustirc.war.admin.LeaderResource;
import net.robustirc.war.admin.MetricsResource;
import net.robustirc.war.admin.QuitResource;
import net.robustirc.war.admin.StatusResource;
import net.robustirc.war.admin.UnknownResource;
import net.robustirc.war.auth.Doorkeeper;
import net.robustirc.war.auth.FailedLogins;
import net.robustirc.war.auth.Login;
import net.robustirc.war.failure.Answers;
import net.robustirc.war.forward.LeaderHint;
import net.robustirc.war.metrics.NodeMetrics;
import net.robustirc.war.password.SecretCheck;
import net.robustirc.war.resource.CreateDoor;
import net.robustirc.war.resource.LiveResource;
import net.robustirc.war.resource.MessagesResource;
import net.robustirc.war.resource.ReadyResource;
import net.robustirc.war.resource.SessionCommands;
import net.robustirc.war.resource.SessionResource;
import net.robustirc.war.resource.StreamDoor;
import net.robustirc.war.stream.Delivery;
import net.robustirc.war.stream.DeliverySettings;
import net.robustirc.war.throttle.CreateLimit;
import net.robustirc.war.throttle.PostThrottle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running node: consensus with everything that stands around it. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long DRAIN_SECONDS = 4;
    private static final long FORGET_SECONDS = 60;

    private final Consensus consensus;
    private final NodeThreads threads = new NodeThreads();
    private final NodeMetrics metrics;
    private final ApiServlet servlet;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Delivery delivery;

    /**
     * Who the node is to its clients and administrators.
     *
     * @param publicAddress {@code host:port} at which clients reach it
     * @param password of the private side
     */
    public record Identity(String publicAddress, String password, Build build) {
        @Override
        public String toString() {
            return "Identity[" + publicAddress + "]";
        }
    }

    /**
     * @param createRate sessions a second that one address may create at last; 0 is without limit
     * @param quit what {@code POST /quit} does
     */
    public Node(Consensus consensus, Identity identity, int createRate, Runnable quit) {
        this.consensus = consensus;
        this.metrics = new NodeMetrics(consensus);
        this.delivery = delivery(identity.publicAddress());
        Login login =
                new Login(identity.password(), new FailedLogins(System::nanoTime), threads.timer());
        CreateDoor newcomers =
                new CreateDoor(consensus, new CreateLimit(createRate, System::nanoTime));
        this.servlet =
                new ApiServlet(
                        new Routes(resources(identity.build(), newcomers, quit)),
                        login,
                        new WebOrigins(() -> consensus.view().config().origins()));
    }

    private Delivery delivery(String publicAddress) {
        Delivery streams =
                new Delivery(
                        consensus.output(),
                        DeliverySettings.of(
                                () -> ClientServers.of(consensus.status(), publicAddress),
                                session -> consensus.view().session(session).isPresent(),
                                () -> consensus.status().cutOff(),
                                ProcessEnd::halt));
        metrics.gauge("irc.streams", "Open streams", streams, Delivery::streams);
        metrics.gauge("irc.streams.lagging", "Streams behind", streams, Delivery::lagging);
        return streams;
    }

    private List<Object> resources(Build build, CreateDoor newcomers, Runnable quit) {
        Answers answers = new Answers(threads.answers(), metrics.requests());
        PostThrottle posts = throttle();
        metrics.gauge(
                "irc.throttled.sessions",
                "Sessions watched for flooding",
                posts,
                PostThrottle::size);
        Doorkeeper door = new Doorkeeper(consensus, threads.timer());
        return List.of(
                new SessionResource(
                        newcomers,
                        door,
                        new SessionCommands(
                                consensus,
                                posts,
                                new SecretCheck(threads.secrets(), System::nanoTime)),
                        new LeaderHint(consensus, System::nanoTime),
                        answers),
                new MessagesResource(
                        door,
                        new StreamDoor(consensus, delivery, throttle(), draining::get),
                        answers),
                new LiveResource(consensus),
                new ReadyResource(consensus),
                new LeaderResource(consensus),
                new StatusResource(consensus, build, Clock.systemUTC()),
                new ConfigResource(consensus, answers),
                new QuitResource(quit),
                new MetricsResource(metrics),
                new UnknownResource());
    }

    private PostThrottle throttle() {
        PostThrottle throttle = new PostThrottle(threads::later, System::nanoTime);
        threads.timer()
                .scheduleWithFixedDelay(
                        () ->
                                throttle.forget(
                                        consensus
                                                .view()
                                                .config()
                                                .limits()
                                                .postMessageCooloffNanos()),
                        FORGET_SECONDS,
                        FORGET_SECONDS,
                        TimeUnit.SECONDS);
        return throttle;
    }

    /** Serves all routes. */
    public HttpServlet servlet() {
        return servlet;
    }

    /**
     * First half of a graceful stop: takes no more posts, hands leadership over, ends the streams.
     * Returns when that is done, after a few seconds at most; a second call waits for the first.
     */
    public void drain() {
        if (draining.compareAndSet(false, true)) {
            CompletableFuture<Void> handedOver = consensus.drain();
            delivery.close();
            handedOver.whenComplete((done, problem) -> drained.complete(null));
        }
        try {
            drained.get(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Draining takes longer than {} s, going on", DRAIN_SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("draining never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drains if nobody has, takes a snapshot and frees everything. */
    @Override
    public void close() {
        drain();
        try {
            consensus.close();
        } finally {
            threads.close();
            metrics.close();
        }
    }
}
