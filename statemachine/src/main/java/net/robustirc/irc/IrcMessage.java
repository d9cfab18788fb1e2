package net.robustirc.irc;

import java.util.ArrayList;
import java.util.List;

/**
 * One line taken apart, leniently: runs of spaces count as one, message tags are skipped, a prefix
 * without anything after it leaves an empty command.
 *
 * @param prefix what stood after the leading colon; empty where there was none
 * @param command in ASCII upper case; empty if the line has none
 * @param params the trailing one without its colon
 */
public record IrcMessage(String prefix, String command, List<String> params) {
    public IrcMessage {
        params = List.copyOf(params);
    }

    /** Takes a line without CR LF apart. Never fails. */
    public static IrcMessage parse(String line) {
        int position = skipSpaces(line, bodyStart(line));
        String prefix = "";
        if (startsWith(line, position, ':')) {
            int end = wordEnd(line, position);
            prefix = line.substring(position + 1, end);
            position = skipSpaces(line, end);
        }
        int end = wordEnd(line, position);
        String command = CaseFolding.upper(line.substring(position, end));
        return new IrcMessage(prefix, command, params(line, end));
    }

    /** Where the line begins after its message tags ({@code @a=b;c }); 0 if it has none. */
    public static int bodyStart(String line) {
        return startsWith(line, 0, '@') ? skipSpaces(line, wordEnd(line, 0)) : 0;
    }

    private static List<String> params(String line, int start) {
        List<String> params = new ArrayList<>(4);
        int position = skipSpaces(line, start);
        while (position < line.length()) {
            if (line.charAt(position) == ':') {
                params.add(line.substring(position + 1));
                break;
            }
            int end = wordEnd(line, position);
            params.add(line.substring(position, end));
            position = skipSpaces(line, end);
        }
        return params;
    }

    private static boolean startsWith(String line, int position, char c) {
        return position < line.length() && line.charAt(position) == c;
    }

    private static int skipSpaces(String line, int start) {
        int i = start;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int wordEnd(String line, int start) {
        int end = line.indexOf(' ', start);
        return end < 0 ? line.length() : end;
    }

    /** The last parameter; empty if there is none. */
    public String last() {
        return params.isEmpty() ? "" : params.get(params.size() - 1);
    }

    /** The line again, with a colon before the last parameter only where it needs one. */
    @Override
    public String toString() {
        LineBuilder line =
                prefix.isEmpty() ? LineBuilder.of(command) : LineBuilder.from(prefix, command);
        for (int i = 0; i < params.size() - 1; i++) {
            line.word(params.get(i));
        }
        return params.isEmpty() ? line.build() : line.last(last()).build();
    }
}
