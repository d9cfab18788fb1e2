package net.robustirc.statemachine.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.robustirc.irc.BanMask;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.state.NetworkBan;

/** What users watch, and whom the network keeps out, as bytes. */
final class BanCodec {
    private BanCodec() {}

    static byte[] nicks(Collection<Nick> nicks) {
        ByteWriter out = new ByteWriter();
        out.varint(nicks.size());
        nicks.forEach(nick -> out.text(nick.toString()));
        return out.toBytes();
    }

    static byte[] ban(NetworkBan ban) {
        return new ByteWriter()
                .text(ban.mask().toString())
                .text(ban.reason())
                .text(ban.setter())
                .fixed64(ban.setNanos())
                .fixed64(ban.untilNanos())
                .text(ban.about())
                .toBytes();
    }

    static NetworkBan readBan(ByteReader value) {
        return new NetworkBan(
                mask(value.text()),
                value.text(),
                value.text(),
                value.fixed64(),
                value.fixed64(),
                value.text());
    }

    private static BanMask mask(String text) {
        return BanMask.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no mask: " + text));
    }

    static List<Nick> readNicks(ByteReader value) {
        List<Nick> nicks = new ArrayList<>();
        for (int left = value.count(); left > 0; left--) {
            nicks.add(SessionCodec.nick(value.text()));
        }
        return nicks;
    }
}
