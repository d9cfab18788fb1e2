package net.robustirc.statemachine.snapshot;

import java.util.Map;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.ChannelName;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelModes;
import net.robustirc.statemachine.state.MaskLists;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Topic;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Channels as bytes. */
final class ChannelCodec {
    private ChannelCodec() {}

    static byte[] key(Channel channel) {
        return new ByteWriter().fixed64(channel.serial()).toBytes();
    }

    static byte[] value(Channel channel) {
        ByteWriter out = new ByteWriter();
        out.text(channel.name().toString()).fixed64(channel.createdNanos());
        Topic topic = channel.topic();
        out.text(topic.text()).text(topic.setter()).fixed64(topic.timeNanos());
        ChannelModes modes = channel.modes();
        out.varint(modes.flags()).text(modes.key()).varint(modes.limit());
        writeMasks(out, channel.lists().bans());
        writeMasks(out, channel.lists().exceptions());
        writeMasks(out, channel.lists().invitations());
        writeMembers(out, channel.members());
        return out.toBytes();
    }

    static Channel read(ByteReader key, ByteReader value) {
        return new Channel(
                name(value.text()),
                value.fixed64(),
                new Topic(value.text(), value.text(), value.fixed64()),
                new ChannelModes(value.count(), value.text(), value.count()),
                new MaskLists(readMasks(value), readMasks(value), readMasks(value)),
                readMembers(key.fixed64(), value));
    }

    private static ChannelName name(String text) {
        return ChannelName.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no channel name: " + text));
    }

    private static void writeMasks(ByteWriter out, PSortedMap<String, MaskLists.Entry> masks) {
        out.varint(masks.size());
        for (MaskLists.Entry entry : masks.values()) {
            out.text(entry.mask()).text(entry.setter()).fixed64(entry.timeNanos());
            out.text(entry.address());
        }
    }

    private static PSortedMap<String, MaskLists.Entry> readMasks(ByteReader value) {
        PSortedMap<String, MaskLists.Entry> masks = TreePMap.empty();
        for (int left = value.count(); left > 0; left--) {
            MaskLists.Entry entry =
                    new MaskLists.Entry(value.text(), value.text(), value.fixed64(), value.text());
            masks = masks.plus(CaseFolding.fold(entry.mask()), entry);
        }
        return masks;
    }

    private static void writeMembers(ByteWriter out, MemberSet<MemberStatus> members) {
        out.varint(members.version()).varint(members.size());
        for (Map.Entry<SessionId, MemberStatus> member : members.members().entrySet()) {
            out.fixed64(member.getKey().value()).varint(member.getValue().code());
        }
    }

    private static MemberSet<MemberStatus> readMembers(long serial, ByteReader value) {
        long version = value.varint();
        PSortedMap<SessionId, MemberStatus> members = TreePMap.empty();
        for (int left = value.count(); left > 0; left--) {
            members = members.plus(new SessionId(value.fixed64()), MemberStatus.of(value.count()));
        }
        return MemberSet.of(serial, version, members);
    }
}
