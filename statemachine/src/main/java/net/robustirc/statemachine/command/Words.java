package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Digits;
import net.robustirc.irc.Fields;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;

/** Lists of words: taking them apart, and spreading them over lines. */
final class Words {
    private Words() {}

    /** The first part of {@code nick!user@host}; a server's name as it is. */
    static String nickOf(String prefix) {
        int bang = prefix.indexOf('!');
        String name = bang < 0 ? prefix : prefix.substring(0, bang);
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** The parts between separators, without empty ones. */
    static List<String> split(String text, char separator) {
        List<String> parts = Fields.of(text, separator);
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /**
     * Lines that begin with {@code head} and hold all items, with the separator between, none
     * longer than a line may be. No items, no lines.
     */
    static List<String> lines(String head, Iterable<String> items, char separator) {
        List<String> lines = new ArrayList<>(1);
        int room = LineBuilder.MAX_BYTES - Utf8.length(head);
        StringBuilder line = new StringBuilder(head);
        int used = 0;
        for (String item : items) {
            int bytes = Utf8.length(item);
            if (used > 0 && used + 1 + bytes > room) {
                lines.add(line.toString());
                line.setLength(head.length());
                used = 0;
            }
            if (used > 0) {
                line.append(separator);
                used++;
            }
            line.append(item);
            used += bytes;
        }
        if (used > 0) {
            lines.add(Utf8.cut(line.toString(), LineBuilder.MAX_BYTES));
        }
        return lines;
    }

    /** {@code 1 session}, {@code 2 sessions}. */
    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The text without spaces at its ends. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    /** A decimal number of at most nine digits; -1 if the text is none. */
    static int number(String text) {
        return (int) Digits.decimal(text, 9);
    }
}
