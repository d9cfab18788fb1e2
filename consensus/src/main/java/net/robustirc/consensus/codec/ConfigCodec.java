package net.robustirc.consensus.codec;

import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.consensus.codec.proto.Admin;
import net.robustirc.consensus.codec.proto.Captcha;
import net.robustirc.consensus.codec.proto.Cloak;
import net.robustirc.consensus.codec.proto.NetworkConfig.Builder;
import net.robustirc.consensus.codec.proto.Operator;
import net.robustirc.consensus.codec.proto.OperatorClass;
import net.robustirc.consensus.codec.proto.TrustedBridge;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;

/** The network configuration as protobuf. */
final class ConfigCodec {
    private ConfigCodec() {}

    static net.robustirc.consensus.codec.proto.NetworkConfig encode(NetworkConfig config) {
        Builder builder = net.robustirc.consensus.codec.proto.NetworkConfig.newBuilder();
        put(builder, config.limits());
        config.trustedBridges()
                .forEach(
                        (secret, name) ->
                                builder.addTrustedBridges(
                                        TrustedBridge.newBuilder()
                                                .setSecret(secret)
                                                .setName(name)));
        builder.setCaptcha(
                Captcha.newBuilder()
                        .setUrl(config.captcha().url())
                        .setHmacSecret(config.captcha().hmacSecret())
                        .setRequiredForLogin(config.captcha().requiredForLogin()));
        put(builder, config.irc());
        builder.setNetworkName(config.networkName()).setMotd(config.motd());
        builder.setAdmin(
                Admin.newBuilder()
                        .setLocation(config.admin().location())
                        .setOrganisation(config.admin().organisation())
                        .setEmail(config.admin().email()));
        builder.putAllBanned(config.banned()).putAllOrigins(config.origins());
        builder.setCloak(
                Cloak.newBuilder().setKey(config.cloak().key()).setOn(config.cloak().on()));
        return builder.build();
    }

    private static void put(Builder builder, Limits limits) {
        builder.setSessionExpirationNanos(limits.sessionExpirationNanos())
                .setPostMessageCooloffNanos(limits.postMessageCooloffNanos())
                .setMaxSessions(limits.maxSessions())
                .setMaxChannels(limits.maxChannels())
                .setMaxChannelsPerUser(limits.maxChannelsPerUser())
                .setMaxListEntries(limits.maxListEntries());
    }

    private static void put(Builder builder, IrcAccounts irc) {
        for (IrcAccounts.Operator operator : irc.operators()) {
            builder.addOperators(
                    Operator.newBuilder()
                            .setName(operator.name())
                            .setPassword(operator.password())
                            .setOperatorClass(operator.operatorClass()));
        }
        for (IrcAccounts.OperatorClass operatorClass : irc.classes()) {
            builder.addOperatorClasses(
                    OperatorClass.newBuilder()
                            .setName(operatorClass.name())
                            .setPrivileges(operatorClass.privileges()));
        }
        builder.addAllServices(irc.services());
    }

    static NetworkConfig decode(net.robustirc.consensus.codec.proto.NetworkConfig wire) {
        SortedMap<String, String> bridges = new TreeMap<>();
        for (TrustedBridge bridge : wire.getTrustedBridgesList()) {
            bridges.put(bridge.getSecret(), bridge.getName());
        }
        return new NetworkConfig(
                limits(wire),
                bridges,
                new NetworkConfig.Captcha(
                        wire.getCaptcha().getUrl(),
                        wire.getCaptcha().getHmacSecret(),
                        wire.getCaptcha().getRequiredForLogin()),
                accounts(wire),
                wire.getNetworkName(),
                wire.getMotd(),
                new NetworkConfig.Admin(
                        wire.getAdmin().getLocation(),
                        wire.getAdmin().getOrganisation(),
                        wire.getAdmin().getEmail()),
                new TreeMap<>(wire.getBannedMap()),
                new TreeMap<>(wire.getOriginsMap()),
                new NetworkConfig.Cloak(wire.getCloak().getKey(), wire.getCloak().getOn()));
    }

    private static Limits limits(net.robustirc.consensus.codec.proto.NetworkConfig wire) {
        return new Limits(
                wire.getSessionExpirationNanos(),
                wire.getPostMessageCooloffNanos(),
                wire.getMaxSessions(),
                wire.getMaxChannels(),
                wire.getMaxChannelsPerUser(),
                wire.getMaxListEntries());
    }

    private static IrcAccounts accounts(net.robustirc.consensus.codec.proto.NetworkConfig wire) {
        return new IrcAccounts(
                wire.getOperatorsList().stream().map(ConfigCodec::operator).toList(),
                wire.getOperatorClassesList().stream().map(ConfigCodec::operatorClass).toList(),
                wire.getServicesList());
    }

    private static IrcAccounts.Operator operator(Operator wire) {
        return new IrcAccounts.Operator(
                wire.getName(), wire.getPassword(), wire.getOperatorClass());
    }

    private static IrcAccounts.OperatorClass operatorClass(OperatorClass wire) {
        return new IrcAccounts.OperatorClass(wire.getName(), wire.getPrivileges());
    }
}
