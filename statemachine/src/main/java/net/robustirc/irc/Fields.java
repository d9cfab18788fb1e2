package net.robustirc.irc;

import java.util.ArrayList;
import java.util.List;

/** Takes text apart at a character. */
public final class Fields {
    private Fields() {}

    /** The parts between separators, also the empty ones: at least one. The list may be changed. */
    public static List<String> of(String text, char separator) {
        List<String> parts = new ArrayList<>(2);
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
