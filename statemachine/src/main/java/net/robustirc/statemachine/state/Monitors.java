package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.SessionId;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who wants to be told when a nick comes and goes (MONITOR).
 *
 * @param lists nicks that a session watches, as it wrote them; none is empty
 * @param watchers the same the other way round, so that a nick costs only those who watch it
 */
public record Monitors(
        PSortedMap<SessionId, PSortedSet<Nick>> lists,
        PSortedMap<Nick, PSortedSet<SessionId>> watchers) {

    /** Nicks that one session may watch: announced as MONITOR. */
    public static final int MAX = 100;

    public static final Monitors NONE = new Monitors(TreePMap.empty(), TreePMap.empty());

    /** What that session watches, in the order of the folded nicks. */
    public PSortedSet<Nick> list(SessionId session) {
        return lists.getOrDefault(session, TreePSet.empty());
    }

    /** Who watches that nick. */
    public List<SessionId> watching(Nick nick) {
        return new ArrayList<>(watchers.getOrDefault(nick, TreePSet.empty()));
    }

    /** One nick more on a session's list. */
    public Monitors plus(SessionId session, Nick nick) {
        PSortedSet<SessionId> others = watchers.getOrDefault(nick, TreePSet.empty());
        return new Monitors(
                lists.plus(session, list(session).plus(nick)),
                watchers.plus(nick, others.plus(session)));
    }

    /** One nick less. */
    public Monitors minus(SessionId session, Nick nick) {
        PSortedSet<Nick> rest = list(session).minus(nick);
        return new Monitors(
                rest.isEmpty() ? lists.minus(session) : lists.plus(session, rest),
                unwatched(watchers, session, nick));
    }

    /** Without the whole list of a session. */
    public Monitors minus(SessionId session) {
        PSortedSet<Nick> list = lists.get(session);
        if (list == null) {
            return this;
        }
        PSortedMap<Nick, PSortedSet<SessionId>> rest = watchers;
        for (Nick nick : list) {
            rest = unwatched(rest, session, nick);
        }
        return new Monitors(lists.minus(session), rest);
    }

    private static PSortedMap<Nick, PSortedSet<SessionId>> unwatched(
            PSortedMap<Nick, PSortedSet<SessionId>> watchers, SessionId session, Nick nick) {
        PSortedSet<SessionId> rest = watchers.getOrDefault(nick, TreePSet.empty()).minus(session);
        return rest.isEmpty() ? watchers.minus(nick) : watchers.plus(nick, rest);
    }
}
