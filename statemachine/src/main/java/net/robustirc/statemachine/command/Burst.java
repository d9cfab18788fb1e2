package net.robustirc.statemachine.command;

import java.util.List;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MaskLists;
import net.robustirc.statemachine.state.Session;

/**
 * What a new services link is told of the network, and it alone: irc-commands.md 5.1. Channels come
 * after the users, with their modes, bans and topics, which the original does not tell.
 */
final class Burst {
    /** Behind the parameters of a server's MODE stands the channel's time, which is always 1. */
    private static final String TIME = "1";

    private final Call call;
    private final String server;

    private Burst(Call call) {
        this.call = call;
        this.server = call.state().name();
    }

    static void send(Call call) {
        new Burst(call).send();
    }

    private void send() {
        call.send(LineBuilder.of("SERVER").word(server).word("1").last("23"));
        for (SessionId id : call.state().sessions().byNick().values()) {
            Session user = call.state().session(id);
            if (user.registered() && !user.isPseudoClient()) {
                user(user);
            }
        }
        call.state().channels().byName().values().forEach(this::channel);
    }

    private void user(Session user) {
        call.send(Introduction.nick(call.state(), user));
        for (ChannelName name : user.channels()) {
            Channel channel = call.state().channels().find(name).orElseThrow();
            call.send(Introduction.join(call.state(), channel, user));
        }
    }

    private void channel(Channel channel) {
        String name = channel.name().toString();
        LineBuilder modes = from("MODE").word(name);
        List<String> words = ModeCommand.words(channel, true);
        words.forEach(modes::word);
        call.send(words.size() > 1 ? modes.last(TIME) : modes);
        ModeEcho masks = new ModeEcho(from("MODE").word(name).last(TIME).build());
        for (MaskLists.Kind kind : MaskLists.Kind.values()) {
            for (MaskLists.Entry entry : channel.lists().list(kind).values()) {
                masks.add(true, kind.letter(), entry.mask());
            }
        }
        for (String changes : masks.lines()) {
            LineBuilder line = from("MODE").word(name);
            Words.split(changes, ' ').forEach(line::word);
            call.send(line.last(TIME));
        }
        if (channel.topic().isSet()) {
            call.send(
                    TopicText.services(server, channel, channel.topic())
                            .text(channel.topic().text()));
        }
    }

    private LineBuilder from(String command) {
        return LineBuilder.from(server, command);
    }
}
