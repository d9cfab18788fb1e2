package net.robustirc.war.stream;

import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Where a stream begins, and whether this node can serve it from there (design D5, ours.md section
 * 1).
 *
 * @param from everything after this position is to be delivered
 */
public record StreamStart(Verdict verdict, MessageId from) {
    /** What to do with a request for a stream. */
    public enum Verdict {
        /** This node holds everything after the position. */
        HERE,
        /** This node does not, another may: 503. */
        ELSEWHERE,
        /** Nobody does: an ERROR line, and the session ends. */
        LOST
    }

    /**
     * Judges a request.
     *
     * @param lastSeen as asked for; {@link MessageId#START} and all that is older than the session
     *     mean its beginning
     */
    public static StreamStart of(SessionId session, MessageId lastSeen, OutputLog log) {
        return of(session, lastSeen, log.floor(), log.networkFloor());
    }

    /**
     * Judges a request against given floors.
     *
     * @param floor output of commands above it is held here
     * @param networkFloor output of commands up to it is held by nobody
     */
    static StreamStart of(SessionId session, MessageId lastSeen, long floor, long networkFloor) {
        MessageId birth = new MessageId(session.value(), 0);
        MessageId from = lastSeen.compareTo(birth) < 0 ? birth : lastSeen;
        return new StreamStart(verdict(from.id(), floor, networkFloor), from);
    }

    private static Verdict verdict(long id, long floor, long networkFloor) {
        if (id > floor) {
            return Verdict.HERE;
        }
        return id > networkFloor ? Verdict.ELSEWHERE : Verdict.LOST;
    }
}
