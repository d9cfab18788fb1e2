package net.robustirc.statemachine.output;

import java.util.function.LongConsumer;
import net.robustirc.statemachine.entry.SessionId;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The sessions on one channel at one moment: immutable, shared by the channel's state and by every
 * line sent to it, so that a line costs O(1) and a join storm copies nothing.
 *
 * <p>Each set knows how it came from the one before, so that the output log can write "as before,
 * plus this one" instead of the whole set.
 *
 * @param <V> what the channel keeps for each member; the output does not look at it
 */
public final class MemberSet<V> {
    /** How a set differs from the one with the version before. */
    public enum Change {
        CREATED,
        ADDED,
        REMOVED
    }

    private final long channel;
    private final long version;
    private final PSortedMap<SessionId, V> members;
    private final Change change;
    private final SessionId changed;

    private MemberSet(
            long channel,
            long version,
            PSortedMap<SessionId, V> members,
            Change change,
            SessionId changed) {
        this.channel = channel;
        this.version = version;
        this.members = members;
        this.change = change;
        this.changed = changed;
    }

    /**
     * A set as read back from a snapshot or a segment, or a new channel's empty one (version 0).
     *
     * @param channel serial number of the channel, never used twice
     */
    public static <V> MemberSet<V> of(
            long channel, long version, PSortedMap<SessionId, V> members) {
        return new MemberSet<>(channel, version, members, Change.CREATED, null);
    }

    public static <V> MemberSet<V> empty(long channel) {
        return of(channel, 0, TreePMap.empty());
    }

    /** Adds a session, or replaces what is kept for it; only an addition makes a new version. */
    public MemberSet<V> with(SessionId session, V value) {
        PSortedMap<SessionId, V> next = members.plus(session, value);
        return members.containsKey(session)
                ? new MemberSet<>(channel, version, next, change, changed)
                : new MemberSet<>(channel, version + 1, next, Change.ADDED, session);
    }

    /** Takes a session off; the same set if it was not on. */
    public MemberSet<V> without(SessionId session) {
        return members.containsKey(session)
                ? new MemberSet<>(
                        channel, version + 1, members.minus(session), Change.REMOVED, session)
                : this;
    }

    /** Serial number of the channel. */
    public long channel() {
        return channel;
    }

    /** Counts joins and parts of this channel: same channel and version, same sessions. */
    public long version() {
        return version;
    }

    public PSortedMap<SessionId, V> members() {
        return members;
    }

    public Change change() {
        return change;
    }

    /** The session that {@link #change()} is about; null for {@code CREATED}. */
    public SessionId changed() {
        return changed;
    }

    public boolean contains(SessionId session) {
        return members.containsKey(session);
    }

    public int size() {
        return members.size();
    }

    /** Calls with the value of each session's id, in rising order. */
    public void forEach(LongConsumer action) {
        for (SessionId session : members.keySet()) {
            action.accept(session.value());
        }
    }
}
