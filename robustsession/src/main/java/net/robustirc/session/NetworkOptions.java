package net.robustirc.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach one network.
 *
 * @param network {@code host:port} entries joined by commas, or the network's DNS name
 * @param caFile PEM file of the only authorities trusted; the system's if empty
 * @param userAgent sent with every request
 * @param ignoreServerListUpdates keep to {@code network}, whatever the servers say of themselves
 * @param ioThreads event loops shared by all sessions
 * @param timeouts see there
 */
public record NetworkOptions(
        String network,
        Optional<Path> caFile,
        String userAgent,
        boolean ignoreServerListUpdates,
        int ioThreads,
        Timeouts timeouts) {

    /** Checks what can be checked without touching the network. */
    public NetworkOptions {
        SessionOptions.requireHeaderValue("user agent", userAgent);
        if (ioThreads < 1) {
            throw new IllegalArgumentException("ioThreads is " + ioThreads + ", must be positive");
        }
    }

    /** The defaults: system authorities, two I/O threads. */
    public static NetworkOptions of(String network) {
        return new NetworkOptions(
                network, Optional.empty(), "robustsession-java", false, 2, Timeouts.defaults());
    }

    /** The same with only the authorities of this PEM file trusted. */
    public NetworkOptions withCaFile(Path file) {
        return new NetworkOptions(
                network,
                Optional.of(file),
                userAgent,
                ignoreServerListUpdates,
                ioThreads,
                timeouts);
    }

    /** The same under another name. */
    public NetworkOptions withUserAgent(String name) {
        return new NetworkOptions(
                network, caFile, name, ignoreServerListUpdates, ioThreads, timeouts);
    }

    /** The same, following or ignoring the servers' own lists and hints. */
    public NetworkOptions withIgnoreServerListUpdates(boolean ignore) {
        return new NetworkOptions(network, caFile, userAgent, ignore, ioThreads, timeouts);
    }

    /** The same on this many I/O threads. */
    public NetworkOptions withIoThreads(int threads) {
        return new NetworkOptions(
                network, caFile, userAgent, ignoreServerListUpdates, threads, timeouts);
    }

    /** The same with other limits. */
    public NetworkOptions withTimeouts(Timeouts limits) {
        return new NetworkOptions(
                network, caFile, userAgent, ignoreServerListUpdates, ioThreads, limits);
    }
}
