package net.robustirc.irc;

/**
 * Puts a line together. What it builds takes at most {@value #MAX_BYTES} bytes of UTF-8, is never
 * cut inside a character, and its middle parameters are always single words.
 */
public final class LineBuilder {
    /** Longest line without CR LF, in bytes. RFC 2812 2.3. */
    public static final int MAX_BYTES = 510;

    private static final int USUAL_LENGTH = 128;

    private final StringBuilder line = new StringBuilder(USUAL_LENGTH);

    private LineBuilder() {}

    /** A line without prefix. */
    public static LineBuilder of(String command) {
        LineBuilder builder = new LineBuilder();
        builder.line.append(command);
        return builder;
    }

    /** A line that comes from a server. */
    public static LineBuilder from(String source, String command) {
        LineBuilder builder = new LineBuilder();
        builder.line.append(':').append(source).append(' ').append(command);
        return builder;
    }

    /** A line that comes from a user. */
    public static LineBuilder from(Prefix source, String command) {
        LineBuilder builder = new LineBuilder();
        builder.line.append(':');
        source.appendTo(builder.line);
        builder.line.append(' ').append(command);
        return builder;
    }

    /**
     * A middle parameter. What a client sent may not be one (empty, with spaces, with a colon in
     * front): then as much of it as can be shown stands for it, or {@code *}.
     */
    public LineBuilder word(String word) {
        line.append(' ');
        int start = 0;
        while (start < word.length() && word.charAt(start) == ':') {
            start++;
        }
        int space = word.indexOf(' ', start);
        int end = space < 0 ? word.length() : space;
        if (start == end) {
            line.append('*');
        } else {
            line.append(word, start, end);
        }
        return this;
    }

    /** The last parameter when it is a name or a token: a colon only where it needs one. */
    public LineBuilder last(String token) {
        line.append(' ');
        if (token.isEmpty() || token.charAt(0) == ':' || token.indexOf(' ') >= 0) {
            line.append(':');
        }
        line.append(token);
        return this;
    }

    /** The last parameter when it is free text: always with a colon. */
    public LineBuilder text(String text) {
        line.append(" :").append(text);
        return this;
    }

    /** Bytes that may still be added before the line is too long. */
    public int room() {
        return Math.max(0, MAX_BYTES - Utf8.length(line));
    }

    /** The line, cut where it is too long. */
    public String build() {
        return Utf8.cut(line.toString(), MAX_BYTES);
    }
}
