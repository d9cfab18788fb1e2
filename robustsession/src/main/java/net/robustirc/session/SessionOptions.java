package net.robustirc.session;

import java.util.Optional;
import net.robustirc.session.server.ServerAddress;

/**
 * What is particular to one session.
 *
 * @param forwardedFor the address this session acts for, {@code host:port}, {@code [v6]:port} or
 *     {@code @}
 * @param bridgeAuth the secret that makes the network believe {@code forwardedFor}
 * @param postServer posts go here while it works, whoever leads
 * @param streamServer the stream is read from here while it works
 * @param maxQueuedPosts posts beyond these that wait for their turn fail at once
 */
public record SessionOptions(
        Optional<String> forwardedFor,
        Optional<String> bridgeAuth,
        Optional<ServerAddress> postServer,
        Optional<ServerAddress> streamServer,
        int maxQueuedPosts) {
    /** Any server, no forwarded address. */
    public static final SessionOptions DEFAULT =
            new SessionOptions(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1000);

    /** Refuses what would break out of a header. */
    public SessionOptions {
        forwardedFor.ifPresent(value -> requireHeaderValue("forwarded address", value));
        bridgeAuth.ifPresent(value -> requireHeaderValue("bridge secret", value));
    }

    /** The same on behalf of this address. */
    public SessionOptions withForwardedFor(String address) {
        return new SessionOptions(
                Optional.of(address), bridgeAuth, postServer, streamServer, maxQueuedPosts);
    }

    /** The same with a bridge's secret. */
    public SessionOptions withBridgeAuth(String secret) {
        return new SessionOptions(
                forwardedFor, Optional.of(secret), postServer, streamServer, maxQueuedPosts);
    }

    /** The same posting to one server as long as that works. */
    public SessionOptions withPostServer(ServerAddress server) {
        return new SessionOptions(
                forwardedFor, bridgeAuth, Optional.of(server), streamServer, maxQueuedPosts);
    }

    /** The same reading from one server as long as that works. */
    public SessionOptions withStreamServer(ServerAddress server) {
        return new SessionOptions(
                forwardedFor, bridgeAuth, postServer, Optional.of(server), maxQueuedPosts);
    }

    static void requireHeaderValue(String what, String value) {
        boolean printable = value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        if (!printable || value.isBlank()) {
            throw new IllegalArgumentException(
                    "the " + what + " must be printable ASCII and not blank");
        }
    }
}
