package net.robustirc.tools.load;

import java.util.Optional;

/**
 * The text of a posted line: {@code L POSTER SEQUENCE NANOS} and filling. It says all that a reader
 * must know to account for it.
 *
 * @param poster its number
 * @param sequence from 1, without gaps
 * @param nanos when it was sent, on this process's monotonic clock
 */
record LoadLine(int poster, long sequence, long nanos) {
    private static final String COMMAND = " PRIVMSG ";
    private static final String MARK = " :L ";
    private static final String FILLING = "x".repeat(LoadPlan.MAX_LINE_LENGTH);

    /** The text, as long as asked for or longer. */
    String text(int length) {
        String text = "L " + poster + ' ' + sequence + ' ' + nanos + ' ';
        return text.length() >= length ? text : text + FILLING.substring(text.length(), length);
    }

    /** Reads what a stream delivered; empty if it is some other line. */
    static Optional<LoadLine> parse(String line) {
        int command = line.indexOf(COMMAND);
        int mark = command < 0 ? -1 : line.indexOf(MARK, command);
        if (mark < 0) {
            return Optional.empty();
        }
        int poster = mark + MARK.length();
        int sequence = line.indexOf(' ', poster) + 1;
        int nanos = line.indexOf(' ', sequence) + 1;
        int end = line.indexOf(' ', nanos);
        if (sequence < 1 || nanos < 1 || end < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new LoadLine(
                        Integer.parseInt(line, poster, sequence - 1, 10),
                        Long.parseLong(line, sequence, nanos - 1, 10),
                        Long.parseLong(line, nanos, end, 10)));
    }
}
