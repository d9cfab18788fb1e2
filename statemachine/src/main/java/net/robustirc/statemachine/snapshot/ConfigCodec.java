package net.robustirc.statemachine.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.state.ConfigState;

/** The network configuration as bytes. */
final class ConfigCodec {
    private ConfigCodec() {}

    static byte[] value(ConfigState state) {
        NetworkConfig config = state.config();
        ByteWriter out = new ByteWriter();
        out.varint(state.revision()).text(state.text());
        writeLimits(out, config.limits());
        writeTexts(out, config.trustedBridges());
        out.text(config.captcha().url()).text(config.captcha().hmacSecret());
        out.varint(bit(config.captcha().requiredForLogin()));
        writeAccounts(out, config.irc());
        out.text(config.networkName()).text(config.motd()).text(config.admin().location());
        out.text(config.admin().organisation()).text(config.admin().email());
        writeTexts(out, config.banned());
        out.varint(config.origins().size());
        config.origins().forEach((origin, on) -> out.text(origin).varint(bit(on)));
        out.text(config.cloak().key()).varint(bit(config.cloak().on()));
        return out.toBytes();
    }

    static ConfigState read(ByteReader value) {
        long revision = value.varint();
        String text = value.text();
        NetworkConfig config =
                new NetworkConfig(
                        readLimits(value),
                        readTexts(value),
                        new NetworkConfig.Captcha(value.text(), value.text(), readBit(value)),
                        readAccounts(value),
                        value.text(),
                        value.text(),
                        new NetworkConfig.Admin(value.text(), value.text(), value.text()),
                        readTexts(value),
                        readOrigins(value),
                        new NetworkConfig.Cloak(value.text(), readBit(value)));
        return new ConfigState(revision, config, text);
    }

    private static void writeLimits(ByteWriter out, Limits limits) {
        out.fixed64(limits.sessionExpirationNanos());
        out.fixed64(limits.postMessageCooloffNanos());
        out.fixed64(limits.maxSessions());
        out.fixed64(limits.maxChannels());
        out.varint(limits.maxChannelsPerUser());
        out.varint(limits.maxListEntries());
    }

    private static Limits readLimits(ByteReader value) {
        return new Limits(
                value.fixed64(),
                value.fixed64(),
                value.fixed64(),
                value.fixed64(),
                value.count(),
                value.count());
    }

    private static void writeAccounts(ByteWriter out, IrcAccounts irc) {
        out.varint(irc.operators().size());
        for (IrcAccounts.Operator operator : irc.operators()) {
            out.text(operator.name()).text(operator.password()).text(operator.operatorClass());
        }
        out.varint(irc.classes().size());
        for (IrcAccounts.OperatorClass operatorClass : irc.classes()) {
            out.text(operatorClass.name()).varint(operatorClass.privileges());
        }
        out.varint(irc.services().size());
        irc.services().forEach(out::text);
    }

    private static IrcAccounts readAccounts(ByteReader value) {
        List<IrcAccounts.Operator> operators = new ArrayList<>();
        for (int left = value.count(); left > 0; left--) {
            operators.add(new IrcAccounts.Operator(value.text(), value.text(), value.text()));
        }
        List<IrcAccounts.OperatorClass> classes = new ArrayList<>();
        for (int left = value.count(); left > 0; left--) {
            classes.add(new IrcAccounts.OperatorClass(value.text(), value.count()));
        }
        List<String> services = new ArrayList<>();
        for (int left = value.count(); left > 0; left--) {
            services.add(value.text());
        }
        return new IrcAccounts(operators, classes, services);
    }

    private static void writeTexts(ByteWriter out, SortedMap<String, String> texts) {
        out.varint(texts.size());
        texts.forEach((key, text) -> out.text(key).text(text));
    }

    private static SortedMap<String, String> readTexts(ByteReader value) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int left = value.count(); left > 0; left--) {
            texts.put(value.text(), value.text());
        }
        return texts;
    }

    private static SortedMap<String, Boolean> readOrigins(ByteReader value) {
        SortedMap<String, Boolean> origins = new TreeMap<>();
        for (int left = value.count(); left > 0; left--) {
            origins.put(value.text(), readBit(value));
        }
        return origins;
    }

    private static int bit(boolean on) {
        return on ? 1 : 0;
    }

    private static boolean readBit(ByteReader value) {
        return value.count() != 0;
    }
}
