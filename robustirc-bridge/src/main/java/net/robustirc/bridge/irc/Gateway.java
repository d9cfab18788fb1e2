package net.robustirc.bridge.irc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.RobustSession;
import net.robustirc.session.SessionListener;
import net.robustirc.session.SessionOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all connections share: the network and how to behave. Thread-safe. */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final RobustNetwork network;
    private final Optional<String> bridgeAuth;
    private final List<String> motd;
    private final NoticeFormat noticeFormat;
    private final Timing timing;
    private final Set<CompletableFuture<Void>> deletions = ConcurrentHashMap.newKeySet();

    /** A gateway to this network. */
    public Gateway(
            RobustNetwork network,
            Optional<String> bridgeAuth,
            List<String> motd,
            NoticeFormat noticeFormat,
            Timing timing) {
        this.network = network;
        this.bridgeAuth = bridgeAuth;
        this.motd = List.copyOf(motd);
        this.noticeFormat = noticeFormat;
        this.timing = timing;
    }

    List<String> motd() {
        return motd;
    }

    NoticeFormat noticeFormat() {
        return noticeFormat;
    }

    Timing timing() {
        return timing;
    }

    CompletableFuture<RobustSession> createSession(String client, SessionListener listener) {
        SessionOptions options = SessionOptions.DEFAULT.withForwardedFor(client);
        return network.createSession(
                bridgeAuth.map(options::withBridgeAuth).orElse(options), listener);
    }

    void delete(RobustSession session, String quitText) {
        CompletableFuture<Void> deletion = session.delete(quitText);
        deletions.add(deletion);
        deletion.whenComplete(
                (nothing, failure) -> {
                    deletions.remove(deletion);
                    if (failure != null) {
                        LOG.info(
                                "session {} is left to expire: {}",
                                session.id(),
                                failure.getMessage());
                    }
                });
    }

    /** Waits until all sessions that were to be deleted are, or until the limit. */
    void awaitDeletions(Duration limit) {
        CompletableFuture.allOf(deletions.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(failure -> null)
                .join();
    }
}
