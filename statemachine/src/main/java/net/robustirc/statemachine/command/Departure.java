package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.LineBuilder;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Session;

/** How sessions end: the others see QUIT, the session itself an ERROR. RFC 2812 3.1.7, 3.7.4. */
public final class Departure {
    private Departure() {}

    /**
     * Ends a session.
     *
     * @param reason free text, anything that a client may have sent
     */
    public static void quit(NetworkDraft state, OutputBuilder out, Session session, String reason) {
        String text = InputLine.clean(reason);
        if (session.registered()) {
            tellOthers(state, out, session, text);
        }
        String name = session.registered() ? session.nick().toString() : "*";
        String error = "Closing Link: " + name + "[" + session.host() + "] (" + text + ")";
        out.add(new Recipients.One(session.id()), LineBuilder.of("ERROR").text(error).build());
        state.end(session);
    }

    private static void tellOthers(
            NetworkDraft state, OutputBuilder out, Session session, String text) {
        List<Recipients> others = new ArrayList<>();
        for (ChannelName name : session.channels()) {
            state.channels()
                    .find(name)
                    .filter(channel -> channel.members().size() > 1)
                    .map(channel -> new Recipients.MembersBut(channel.members(), session.id()))
                    .ifPresent(others::add);
        }
        if (!others.isEmpty()) {
            String line = LineBuilder.from(session.prefix(), "QUIT").text(text).build();
            out.add(others.size() == 1 ? others.get(0) : new Recipients.Union(others), line);
        }
    }
}
