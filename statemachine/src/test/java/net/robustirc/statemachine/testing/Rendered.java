package net.robustirc.statemachine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.robustirc.statemachine.Applied;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputLine;

/** The result of one entry with its recipients spelled out, so that two results can be compared. */
public record Rendered(
        Outcome outcome, long id, long idleNanos, List<Line> lines, List<SessionId> ended) {

    /** One line and the ids of the sessions that get it: pseudo-clients have no stream. */
    public record Line(int reply, SortedSet<Long> recipients, String text) {}

    public static Rendered of(Applied applied) {
        List<Line> lines = new ArrayList<>();
        for (OutputLine line : applied.output().lines()) {
            SortedSet<Long> recipients = new TreeSet<>();
            line.recipients()
                    .forEach(
                            id -> {
                                if (!new SessionId(id).isPseudoClient()) {
                                    recipients.add(id);
                                }
                            });
            lines.add(new Line(line.reply(), recipients, line.text()));
        }
        return new Rendered(
                applied.outcome(),
                applied.output().id(),
                applied.output().idleNanos(),
                lines,
                applied.output().ended());
    }
}
