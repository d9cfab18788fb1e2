package net.robustirc.bridge.setup;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.robustirc.bridge.irc.NoticeFormat;

/**
 * What the bridge is to do, checked.
 *
 * @param network as in {@code -network}
 * @param motd lines put before the network's message of the day; may be none
 * @param bridgeAuth the secret that makes the network believe the clients' addresses
 * @param shutdownTimeout how long to take leave of the network at the end
 */
public record BridgeSettings(
        String network,
        List<InetSocketAddress> listen,
        Optional<Path> caFile,
        List<String> motd,
        Optional<String> bridgeAuth,
        NoticeFormat noticeFormat,
        boolean ignoreServerListUpdates,
        Duration shutdownTimeout) {}
