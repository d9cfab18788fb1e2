package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelModes;
import net.robustirc.statemachine.state.Role;
import net.robustirc.statemachine.state.Session;

/** What the commands of services links have in common. */
final class Link {
    private Link() {}

    /** Answers the link itself, where no pseudo-client is meant: {@code :S NNN * words :text}. */
    static void refuse(Call call, Numeric numeric, String... words) {
        LineBuilder line = LineBuilder.from(call.state().name(), numeric.code()).word("*");
        for (String word : words) {
            line.word(word);
        }
        call.send(line.text(numeric.text()));
    }

    /** Tells the link something that has no numeric. */
    static void notice(Call call, String text) {
        String server = ((Role.Link) call.session().role()).server();
        call.send(LineBuilder.from(call.state().name(), "NOTICE").word(server).text(text));
    }

    /** The pseudo-client of this link that the prefix names. */
    static Optional<Session> client(Call call) {
        return named(call, call.actor());
    }

    /** A pseudo-client of this link, by its nick. */
    static Optional<Session> named(Call call, String nick) {
        return call.state()
                .sessions()
                .findNick(nick)
                .filter(found -> found.isPseudoClient() && found.stream().equals(call.sender()));
    }

    /** A user, by its nick. */
    static Optional<Session> user(Call call, String nick) {
        return call.state()
                .sessions()
                .findNick(nick)
                .filter(found -> found.registered() && !found.isPseudoClient());
    }

    /** The last parameter, or other text if there are not so many. */
    static String text(Call call, int index, String otherwise) {
        return call.paramCount() > index ? call.param(call.paramCount() - 1) : otherwise;
    }

    /** A new channel of services: without the modes that those of users begin with. */
    static Channel createChannel(Call call, ChannelName name) {
        return call.state().createChannel(name).with(ChannelModes.NONE);
    }
}
