package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;

/**
 * Collects applied mode changes and writes them as {@code +o-v alice bob}, on as many lines as
 * needed.
 */
final class ModeEcho {
    private final int room;
    private final List<Line> lines = new ArrayList<>(1);
    private final StringBuilder letters = new StringBuilder();
    private final StringBuilder params = new StringBuilder();
    private final StringBuilder coveredParams = new StringBuilder();
    private char sign;

    /**
     * The changes of one line.
     *
     * @param covered for those who are not on the channel
     */
    record Line(String changes, String covered) {}

    /**
     * Starts without changes.
     *
     * @param head what stands before the changes on each line
     */
    ModeEcho(String head) {
        this.room = LineBuilder.MAX_BYTES - Utf8.length(head) - 1;
    }

    /** A change without parameter. */
    void add(boolean adding, char letter) {
        add(adding, letter, "");
    }

    /** A change with a parameter. */
    void add(boolean adding, char letter, String param) {
        add(adding, letter, param, param);
    }

    /** The same with what those may read in its place who are not on the channel. */
    void add(boolean adding, char letter, String param, String cover) {
        int bytes = 2 + (param.isEmpty() ? 0 : 1 + Utf8.length(param));
        if (letters.length() + Utf8.length(params) + bytes > room) {
            flush();
        }
        char wanted = adding ? '+' : '-';
        if (sign != wanted) {
            letters.append(wanted);
            sign = wanted;
        }
        letters.append(letter);
        if (!param.isEmpty()) {
            params.append(' ').append(param);
            coveredParams.append(' ').append(cover);
        }
    }

    private void flush() {
        lines.add(new Line(letters.toString() + params, letters.toString() + coveredParams));
        letters.setLength(0);
        params.setLength(0);
        coveredParams.setLength(0);
        sign = 0;
    }

    /** None if nothing was applied. */
    List<Line> lines() {
        if (letters.length() > 0) {
            flush();
        }
        return lines;
    }
}
