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
 * Who had which nick before: the newest few that were given up, by a change or with the session.
 *
 * @param byNumber in the order in which they were given up
 * @param byNick the same, to look a nick up
 * @param bySession the same, to count those of one session
 */
public record History(
        PSortedMap<Long, Former> byNumber, PSortedSet<Place> byNick, PSortedSet<Owned> bySession) {
    /** More than these are forgotten, oldest first. */
    public static final int MAX = 1_000;

    /** Of one session: nobody pushes out all others. */
    static final int MAX_OF_SESSION = 5;

    public static final History NONE =
            new History(TreePMap.empty(), TreePSet.empty(), TreePSet.empty());

    /**
     * A user as it was when it gave up the nick.
     *
     * @param timeNanos when, Unix nanoseconds
     * @param session that had it
     */
    public record Former(
            Nick nick,
            String username,
            String host,
            String realName,
            long timeNanos,
            SessionId session) {}

    /** Where a nick is in the order of all. */
    public record Place(Nick nick, long number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byNick = nick.compareTo(other.nick);
            return byNick != 0 ? byNick : Long.compare(number, other.number);
        }
    }

    /** Where a session's nicks are in the order of all. */
    public record Owned(SessionId session, long number) implements Comparable<Owned> {
        @Override
        public int compareTo(Owned other) {
            int bySession = session.compareTo(other.session);
            return bySession != 0 ? bySession : Long.compare(number, other.number);
        }
    }

    /** One more; the oldest goes if there are too many, of the session or of all. */
    History plus(Former former) {
        History more = plus(byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1, former);
        List<Long> own = more.of(former.session());
        if (own.size() > MAX_OF_SESSION) {
            return more.without(own.get(0));
        }
        return more.byNumber.size() > MAX ? more.without(more.byNumber.firstKey()) : more;
    }

    /** One out of a snapshot. */
    public History plus(long number, Former former) {
        return new History(
                byNumber.plus(number, former),
                byNick.plus(new Place(former.nick(), number)),
                bySession.plus(new Owned(former.session(), number)));
    }

    private History without(long number) {
        Former former = byNumber.get(number);
        return new History(
                byNumber.minus(number),
                byNick.minus(new Place(former.nick(), number)),
                bySession.minus(new Owned(former.session(), number)));
    }

    /** Numbers of a session's, oldest first. */
    private List<Long> of(SessionId session) {
        List<Long> numbers = new ArrayList<>(MAX_OF_SESSION + 1);
        Owned owned = bySession.higher(new Owned(session, 0));
        while (owned != null && owned.session().equals(session)) {
            numbers.add(owned.number());
            owned = bySession.higher(owned);
        }
        return numbers;
    }

    /** Those who had the nick, newest first. */
    public List<Former> find(Nick nick, int most) {
        List<Former> found = new ArrayList<>(1);
        Place place = byNick.lower(new Place(nick, Long.MAX_VALUE));
        while (place != null && place.nick().equals(nick) && found.size() < most) {
            found.add(byNumber.get(place.number()));
            place = byNick.lower(place);
        }
        return found;
    }
}
