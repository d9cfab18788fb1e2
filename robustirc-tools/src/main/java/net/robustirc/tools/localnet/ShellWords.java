package net.robustirc.tools.localnet;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.tools.ToolException;

/**
 * Splits a command line as a POSIX shell does: blanks, both kinds of quotes, the backslash (POSIX
 * Shell Command Language 2.2). Nothing is expanded.
 */
final class ShellWords {
    private static final String ESCAPABLE_IN_DOUBLE_QUOTES = "$`\"\\\n";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    private ShellWords(String text) {
        this.text = text;
    }

    static List<String> split(String text) {
        ShellWords splitter = new ShellWords(text);
        while (splitter.next < text.length()) {
            splitter.unquoted(text.charAt(splitter.next++));
        }
        splitter.endWord();
        return List.copyOf(splitter.words);
    }

    private void unquoted(char c) {
        switch (c) {
            case ' ', '\t', '\n', '\r' -> endWord();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> escaped();
            default -> append(c);
        }
    }

    private void singleQuoted() {
        inWord = true;
        int end = text.indexOf('\'', next);
        if (end < 0) {
            throw unclosed();
        }
        word.append(text, next, end);
        next = end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && escapable()) {
                escaped();
            } else {
                word.append(c);
            }
        }
        throw unclosed();
    }

    private boolean escapable() {
        return next < text.length() && ESCAPABLE_IN_DOUBLE_QUOTES.indexOf(text.charAt(next)) >= 0;
    }

    /** A backslash before a line end goes with it; at the very end it stands for itself. */
    private void escaped() {
        if (next == text.length()) {
            append('\\');
            return;
        }
        char c = text.charAt(next++);
        if (c != '\n') {
            append(c);
        }
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private ToolException unclosed() {
        return new ToolException("A quote is not closed in: " + text.strip());
    }
}
