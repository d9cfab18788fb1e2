package net.robustirc.statemachine.output;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of one command, in the order in which they are sent. */
public final class OutputBuilder {
    private final List<OutputLine> lines = new ArrayList<>(4);

    /** One line more. */
    public void add(Recipients recipients, String text) {
        lines.add(new OutputLine(lines.size() + 1, recipients, text));
    }

    /** What was collected so far. */
    public List<OutputLine> lines() {
        return lines;
    }
}
