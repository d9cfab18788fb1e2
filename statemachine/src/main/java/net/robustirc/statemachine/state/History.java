package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Nick;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who had which nick before: the newest few that were given up, by a change or with the session.
 *
 * @param byNumber in the order in which they were given up
 * @param byNick the same, to look a nick up
 */
public record History(PSortedMap<Long, Former> byNumber, PSortedSet<Place> byNick) {
    /** More than these are forgotten, oldest first. */
    public static final int MAX = 1_000;

    public static final History NONE = new History(TreePMap.empty(), TreePSet.empty());

    /**
     * A user as it was when it gave up the nick.
     *
     * @param timeNanos when, Unix nanoseconds
     */
    public record Former(
            Nick nick, String username, String host, String realName, long timeNanos) {}

    /** Where a nick is in the order of all. */
    public record Place(Nick nick, long number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byNick = nick.compareTo(other.nick);
            return byNick != 0 ? byNick : Long.compare(number, other.number);
        }
    }

    /** One more; the oldest goes if there are too many. */
    History plus(Former former) {
        History more = plus(byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1, former);
        return more.byNumber.size() > MAX ? more.withoutOldest() : more;
    }

    /** One out of a snapshot. */
    public History plus(long number, Former former) {
        return new History(
                byNumber.plus(number, former), byNick.plus(new Place(former.nick(), number)));
    }

    private History withoutOldest() {
        long oldest = byNumber.firstKey();
        Nick nick = byNumber.get(oldest).nick();
        return new History(byNumber.minus(oldest), byNick.minus(new Place(nick, oldest)));
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
