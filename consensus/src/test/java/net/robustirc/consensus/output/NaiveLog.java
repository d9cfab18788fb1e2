package net.robustirc.consensus.output;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;

/** What the output log must give, as simply as can be said. */
final class NaiveLog {
    private final List<Output> outputs = new ArrayList<>();

    void append(Output output) {
        outputs.add(output);
    }

    void cut(long lastId) {
        outputs.removeIf(output -> output.id() > lastId);
    }

    /** {@code id.reply text} of each line to the session after the position. */
    List<String> lines(SessionId session, MessageId after) {
        List<String> lines = new ArrayList<>();
        for (Output output : outputs) {
            for (OutputLine line : output.lines()) {
                MessageId id = new MessageId(output.id(), line.reply());
                if (id.compareTo(after) > 0 && line.recipients().includes(session)) {
                    lines.add(id + " " + line.text());
                }
            }
        }
        return lines;
    }

    /** As {@link #lines} but by the log, in as many calls as it takes. */
    static List<String> read(OutputLog log, SessionId session, MessageId after, int limit)
            throws OutputLog.OutputGoneException {
        List<String> lines = new ArrayList<>();
        long tail = log.tail();
        MessageId position = after;
        while (position.compareTo(new MessageId(tail, Integer.MAX_VALUE)) < 0) {
            position =
                    log.read(
                            session,
                            position,
                            limit,
                            (id, line) -> lines.add(id + "." + line.reply() + " " + line.text()));
        }
        return lines;
    }
}
