package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All sessions, with the orders in which they are looked for. Only {@code byId} and {@code counts}
 * say something of their own; the rest follows from them.
 *
 * @param unregistered sessions that have not registered, oldest first
 * @param idle sessions by the idle clock under which they were filed: the order of expiry, lazily
 *     kept, so that a post does not touch it
 * @param links services links, oldest first
 */
public record Sessions(
        WideMap<SessionId, Session> byId,
        PSortedMap<Nick, SessionId> byNick,
        PSortedMap<TokenHash, SessionId> byToken,
        PSortedSet<SessionId> unregistered,
        PSortedSet<IdleMark> idle,
        UserCounts counts,
        PSortedSet<SessionId> links) {

    public static final Sessions NONE =
            new Sessions(
                    WideMap.by(SessionId::value),
                    TreePMap.empty(),
                    TreePMap.empty(),
                    TreePSet.empty(),
                    TreePSet.empty(),
                    UserCounts.NONE,
                    TreePSet.empty());

    /** A place in the order of expiry. */
    public record IdleMark(long idleNanos, SessionId session) implements Comparable<IdleMark> {
        @Override
        public int compareTo(IdleMark other) {
            int byIdle = Long.compare(idleNanos, other.idleNanos);
            return byIdle != 0 ? byIdle : session.compareTo(other.session);
        }
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Session> find(TokenHash token) {
        return Optional.ofNullable(byToken.get(token)).flatMap(this::find);
    }

    public Optional<Session> find(Nick nick) {
        return Optional.ofNullable(byNick.get(nick)).flatMap(this::find);
    }

    /** The session that has that nick, by what a client typed. */
    public Optional<Session> findNick(String typed) {
        return Nick.parse(typed).flatMap(this::find);
    }

    /** How many there are, pseudo-clients not counted: nobody posts as one. */
    public int size() {
        return byId.size() - counts.pseudoClients();
    }

    /** Pseudo-clients of a link, in the order of their ids; costs as many as there are. */
    public List<Session> pseudoClients(SessionId link) {
        List<Session> found = new ArrayList<>();
        for (Session session : byId.values()) {
            if (!session.isPseudoClient()) {
                break;
            }
            if (session.stream().equals(link)) {
                found.add(session);
            }
        }
        return found;
    }

    /** One session more: a new one, or one out of a snapshot. */
    public Sessions plus(Session session) {
        SessionId id = session.id();
        return new Sessions(
                byId.plus(id, session),
                session.nick().isNone() ? byNick : byNick.plus(session.nick(), id),
                session.isPseudoClient() ? byToken : byToken.plus(session.token(), id),
                session.waiting() ? unregistered.plus(id) : unregistered,
                session.isPseudoClient() ? idle : idle.plus(new IdleMark(session.filedIdle(), id)),
                counts.plus(session),
                session.isLink() ? links.plus(id) : links);
    }

    /** A session in another state, with the nick, registration and visibility it had. */
    public Sessions replace(Session session) {
        return new Sessions(
                byId.plus(session.id(), session),
                byNick,
                byToken,
                unregistered,
                idle,
                counts,
                links);
    }

    /** A session in another state, whatever has changed. */
    Sessions update(Session old, Session next) {
        return minus(old).plus(next).withMost(counts.most());
    }

    Sessions minus(Session session) {
        SessionId id = session.id();
        return new Sessions(
                byId.minus(id),
                byNick.minus(session.nick()),
                session.isPseudoClient() ? byToken : byToken.minus(session.token()),
                unregistered.minus(id),
                idle.minus(new IdleMark(session.filedIdle(), id)),
                counts.minus(session),
                links.minus(id));
    }

    /** Puts a session where its newest post belongs in the order of expiry. */
    Sessions refile(Session session) {
        Session filed = session.filed();
        return new Sessions(
                byId.plus(session.id(), filed),
                byNick,
                byToken,
                unregistered,
                idle.minus(new IdleMark(session.filedIdle(), session.id()))
                        .plus(new IdleMark(filed.filedIdle(), session.id())),
                counts,
                links);
    }

    /** Keeps the highest number of users so far. */
    public Sessions withMost(int number) {
        return new Sessions(
                byId, byNick, byToken, unregistered, idle, counts.withMost(number), links);
    }
}
