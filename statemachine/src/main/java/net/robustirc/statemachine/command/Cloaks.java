package net.robustirc.statemachine.command;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Address;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/**
 * Hosts made of addresses: the same address has the same host, its neighbours share the end of
 * theirs, so that a ban can name one address, its network or a bigger one without telling which
 * they are.
 */
public final class Cloaks {
    private static final String SUFFIX = ".cloak";

    /** Bits of the networks whose codes stand behind the address's own, of 128. */
    private static final int[] IPV4_NETWORKS = {96 + 24, 96 + 16};

    private static final int[] IPV6_NETWORKS = {64, 48};

    /** Of a code that is shown: 48 bits of the address, 32 of a network. */
    private static final int ADDRESS_BYTES = 6;

    private static final int NETWORK_BYTES = 4;

    private Cloaks() {}

    static boolean on(NetworkConfig config) {
        return config.cloak().on() && !config.cloak().key().isEmpty();
    }

    /**
     * Gives those whose cloak is not shown the one that they have after the configuration has
     * changed, so that bans know them by it, in the order of their ids. Without cloaks they keep
     * the one they had.
     *
     * @param before the configuration until now
     */
    public static void review(NetworkDraft state, OutputBuilder out, NetworkConfig before) {
        NetworkConfig now = state.config().config();
        if (!on(now) || now.cloak().equals(before.cloak())) {
            return;
        }
        for (Session session : List.copyOf(state.sessions().byId().values())) {
            boolean shown =
                    session.profile().has(UserMode.CLOAKED)
                            && !session.entrance().cloak().isEmpty();
            if (!shown) {
                Arrival.moved(state, out, session, cloaked(now, session));
            }
        }
    }

    /** The session with the cloak of its address, if the network has cloaks. */
    static Session cloaked(NetworkConfig config, Session session) {
        String cloak = of(config, session.entrance().address());
        return cloak.equals(session.entrance().cloak())
                ? session
                : session.with(session.entrance().withCloak(cloak));
    }

    /** The cloak of an address; empty if it is none, or if the network has no cloaks. */
    static String of(NetworkConfig config, String text) {
        Optional<Address> address = Address.parse(text);
        if (!on(config) || address.isEmpty()) {
            return "";
        }
        byte[] key = config.cloak().key().getBytes(StandardCharsets.UTF_8);
        StringBuilder host = new StringBuilder(code(key, address.get(), Address.BITS));
        for (int bits : address.get().isIpv4() ? IPV4_NETWORKS : IPV6_NETWORKS) {
            host.append('.').append(code(key, address.get().network(bits), bits));
        }
        return host.append(SUFFIX).toString();
    }

    private static String code(byte[] key, Address network, int bits) {
        String text = network + "/" + bits;
        byte[] mac = Hmac.of(key, text.getBytes(StandardCharsets.US_ASCII));
        int length = bits == Address.BITS ? ADDRESS_BYTES : NETWORK_BYTES;
        return HexFormat.of().formatHex(mac, 0, length);
    }
}
