package net.robustirc.statemachine.output;

import java.util.List;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Everything that one command sent.
 *
 * @param id of the command; rises by one from command to command, also where nothing was sent
 * @param idleNanos idle clock at the command (design D11): how long output is kept is counted on it
 * @param ended sessions that exist no more after this command; their streams end after these lines
 */
public record Output(long id, long idleNanos, List<OutputLine> lines, List<SessionId> ended) {
    public Output {
        lines = List.copyOf(lines);
        ended = List.copyOf(ended);
    }
}
