package net.robustirc.statemachine.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Channels;
import net.robustirc.statemachine.state.Clock;
import net.robustirc.statemachine.state.ConfigState;
import net.robustirc.statemachine.state.History;
import net.robustirc.statemachine.state.Hold;
import net.robustirc.statemachine.state.Ledger;
import net.robustirc.statemachine.state.Monitors;
import net.robustirc.statemachine.state.NetworkBans;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.Sessions;
import net.robustirc.statemachine.state.Submissions;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Builds a root from its image. For one use. */
public final class ImageReader {
    private boolean complete;
    private int level;
    private String name = "";
    private long lastId;
    private int mostUsers;
    private Clock clock = Clock.START;
    private ConfigState config = ConfigState.START;
    private PSortedMap<String, Member> members = TreePMap.empty();
    private Submissions submissions = Submissions.NONE;
    private Sessions sessions = Sessions.NONE;
    private Channels channels = Channels.NONE;
    private History history = History.NONE;
    private PSortedMap<Nick, Hold> holds = TreePMap.empty();
    private Monitors monitors = Monitors.NONE;
    private NetworkBans bans = NetworkBans.NONE;
    private Ledger ledger = Ledger.NONE;

    /**
     * Reads a whole image.
     *
     * @throws IllegalArgumentException if it is not one of ours, naming what is wrong
     */
    public NetworkState read(StateImage.Source image) {
        read(image, Schema.NETWORK, (key, value) -> network(value));
        if (!complete) {
            throw new IllegalArgumentException("the snapshot has no map " + Schema.NETWORK);
        }
        read(image, Schema.CONFIG, (key, value) -> config = ConfigCodec.read(value));
        image.forEach(Schema.MEMBERS, this::member);
        read(image, Schema.SUBMISSIONS, this::submission);
        read(
                image,
                Schema.SESSIONS,
                (key, value) -> sessions = sessions.plus(SessionCodec.read(key, value)));
        read(image, Schema.CHANNELS, (key, value) -> channel(ChannelCodec.read(key, value)));
        read(
                image,
                Schema.HISTORY,
                (key, value) ->
                        history = history.plus(key.fixed64(), NetworkCodec.readFormer(value)));
        read(image, Schema.MONITORS, this::monitor);
        read(image, Schema.BANS, (key, value) -> bans = bans.plus(BanCodec.readBan(value)));
        read(
                image,
                Schema.ACTIONS,
                (key, value) ->
                        ledger = ledger.plus(key.fixed64(), NetworkCodec.readAction(value)));
        image.forEach(Schema.COMMANDS, this::command);
        read(image, Schema.HOLDS, (key, value) -> hold(NetworkCodec.readHold(value)));
        return new NetworkState(
                name,
                level,
                lastId,
                clock,
                config,
                members,
                sessions.withMost(mostUsers),
                channels,
                submissions,
                history,
                monitors,
                bans.withConfigured(config.config().banned()),
                ledger,
                holds);
    }

    private void command(byte[] key, byte[] value) {
        String command = new String(key, StandardCharsets.UTF_8);
        long count = new ByteReader(value).varint();
        ledger = new Ledger(ledger.actions(), ledger.use().with(command, count));
    }

    private static void read(StateImage.Source image, String map, FieldReader reader) {
        image.forEach(
                map,
                (key, value) -> {
                    try {
                        ByteReader fields = new ByteReader(value);
                        reader.read(new ByteReader(key), fields);
                        fields.end();
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(
                                "snapshot map "
                                        + map
                                        + ", key "
                                        + HexFormat.of().formatHex(key)
                                        + ": "
                                        + e.getMessage(),
                                e);
                    }
                });
    }

    private void network(ByteReader value) {
        long schema = value.varint();
        if (schema != Schema.VERSION) {
            throw new IllegalArgumentException(
                    "schema " + schema + " is unknown, this build reads " + Schema.VERSION);
        }
        level = value.count();
        name = value.text();
        lastId = value.fixed64();
        clock = new Clock(value.fixed64(), value.fixed64(), value.fixed64());
        channels = Channels.none(value.varint());
        mostUsers = value.count();
        complete = true;
    }

    private void member(byte[] key, byte[] value) {
        String peer = new String(key, StandardCharsets.UTF_8);
        members = members.plus(peer, NetworkCodec.readMember(peer, new ByteReader(value)));
    }

    private void submission(ByteReader key, ByteReader value) {
        submissions = submissions.plus(key.fixed64(), NetworkCodec.readSubmission(value));
    }

    private void hold(Hold hold) {
        holds = holds.plus(hold.nick(), hold);
    }

    private void monitor(ByteReader key, ByteReader value) {
        SessionId session = new SessionId(key.fixed64());
        for (Nick nick : BanCodec.readNicks(value)) {
            monitors = monitors.plus(session, nick);
        }
    }

    private void channel(Channel channel) {
        channels = channels.plus(channel);
        for (SessionId id : channel.members().members().keySet()) {
            Session session =
                    sessions.find(id)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "member " + id + " is no session"));
            sessions = sessions.replace(session.with(session.channels().plus(channel.name())));
        }
    }

    private interface FieldReader {
        void read(ByteReader key, ByteReader value);
    }
}
