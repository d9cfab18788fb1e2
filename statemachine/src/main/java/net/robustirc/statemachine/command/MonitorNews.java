package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Presence;

/**
 * Tells watchers who came and went, after all other lines of an entry: whatever it was that changed
 * or ended a user. One line for all who watch a nick, to {@code *}, as IRCv3 Monitor allows.
 */
public final class MonitorNews {
    private MonitorNews() {}

    /** Adds the lines, in the order in which things happened. */
    public static void tell(NetworkDraft state, OutputBuilder out) {
        for (Presence news : state.presences()) {
            List<Recipients> watchers = new ArrayList<>();
            for (SessionId id : state.monitors().watching(news.nick())) {
                watchers.add(new Recipients.One(id));
            }
            if (!watchers.isEmpty()) {
                Numeric numeric = news.online() ? Numeric.RPL_MONONLINE : Numeric.RPL_MONOFFLINE;
                out.add(
                        watchers.size() == 1 ? watchers.get(0) : new Recipients.Union(watchers),
                        LineBuilder.from(state.name(), numeric.code())
                                .word("*")
                                .text(news.who())
                                .build());
            }
        }
    }
}
