package net.robustirc.statemachine.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.irc.CaseFolding;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.NetworkState;

/** The image of one root: schema.md. */
public record RootImage(NetworkState root) implements StateImage {
    @Override
    public void writeTo(Sink sink) {
        sink.put(Schema.NETWORK, utf8(Schema.ONLY), NetworkCodec.network(root));
        sink.put(Schema.CONFIG, utf8(Schema.ONLY), ConfigCodec.value(root.config()));
        writeMembers(sink);
        root.submissions()
                .order()
                .forEach(
                        (id, applied) ->
                                sink.put(
                                        Schema.SUBMISSIONS,
                                        new ByteWriter().fixed64(id).toBytes(),
                                        NetworkCodec.submission(applied)));
        root.sessions()
                .byId()
                .forEach(
                        (id, session) ->
                                sink.put(
                                        Schema.SESSIONS,
                                        SessionCodec.key(id),
                                        SessionCodec.value(session)));
        writeChannels(sink);
        root.history()
                .byNumber()
                .forEach(
                        (number, former) ->
                                sink.put(
                                        Schema.HISTORY,
                                        new ByteWriter().fixed64(number).toBytes(),
                                        NetworkCodec.former(former)));
        root.monitors()
                .lists()
                .forEach(
                        (id, nicks) ->
                                sink.put(
                                        Schema.MONITORS,
                                        SessionCodec.key(id),
                                        BanCodec.nicks(nicks)));
        writeBans(sink);
        writeLedger(sink);
        root.holds()
                .forEach(
                        (nick, hold) ->
                                sink.put(
                                        Schema.HOLDS,
                                        utf8(CaseFolding.fold(nick.toString())),
                                        NetworkCodec.hold(hold)));
    }

    private void writeBans(Sink sink) {
        SortedMap<byte[], byte[]> byKey = new TreeMap<>(Arrays::compareUnsigned);
        root.bans().set().forEach((mask, ban) -> byKey.put(utf8(mask), BanCodec.ban(ban)));
        byKey.forEach((key, value) -> sink.put(Schema.BANS, key, value));
    }

    private void writeLedger(Sink sink) {
        root.ledger()
                .actions()
                .forEach(
                        (number, action) ->
                                sink.put(
                                        Schema.ACTIONS,
                                        new ByteWriter().fixed64(number).toBytes(),
                                        NetworkCodec.action(action)));
        root.ledger()
                .use()
                .forEach(
                        (command, count) ->
                                sink.put(
                                        Schema.COMMANDS,
                                        utf8(command),
                                        new ByteWriter().varint(count).toBytes()));
    }

    private void writeMembers(Sink sink) {
        SortedMap<byte[], byte[]> byKey = new TreeMap<>(Arrays::compareUnsigned);
        root.members()
                .forEach((peer, member) -> byKey.put(utf8(peer), NetworkCodec.member(member)));
        byKey.forEach((key, value) -> sink.put(Schema.MEMBERS, key, value));
    }

    private void writeChannels(Sink sink) {
        SortedMap<Long, Channel> bySerial = new TreeMap<>();
        root.channels().all().forEach(channel -> bySerial.put(channel.serial(), channel));
        for (Channel channel : bySerial.values()) {
            sink.put(Schema.CHANNELS, ChannelCodec.key(channel), ChannelCodec.value(channel));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
