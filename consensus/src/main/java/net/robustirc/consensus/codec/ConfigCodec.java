package net.robustirc.consensus.codec;

import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.consensus.codec.proto.TrustedBridge;
import net.robustirc.statemachine.config.NetworkConfig;

/** The network configuration as protobuf. */
final class ConfigCodec {
    private ConfigCodec() {}

    static net.robustirc.consensus.codec.proto.NetworkConfig encode(NetworkConfig config) {
        net.robustirc.consensus.codec.proto.NetworkConfig.Builder builder =
                net.robustirc.consensus.codec.proto.NetworkConfig.newBuilder()
                        .setSessionExpirationNanos(config.sessionExpirationNanos())
                        .setPostMessageCooloffNanos(config.postMessageCooloffNanos())
                        .setMaxSessions(config.maxSessions())
                        .setMaxChannels(config.maxChannels());
        config.trustedBridges()
                .forEach(
                        (secret, name) ->
                                builder.addTrustedBridges(
                                        TrustedBridge.newBuilder()
                                                .setSecret(secret)
                                                .setName(name)));
        return builder.build();
    }

    static NetworkConfig decode(net.robustirc.consensus.codec.proto.NetworkConfig wire) {
        SortedMap<String, String> bridges = new TreeMap<>();
        for (TrustedBridge bridge : wire.getTrustedBridgesList()) {
            bridges.put(bridge.getSecret(), bridge.getName());
        }
        return new NetworkConfig(
                wire.getSessionExpirationNanos(),
                wire.getPostMessageCooloffNanos(),
                wire.getMaxSessions(),
                wire.getMaxChannels(),
                bridges);
    }
}
