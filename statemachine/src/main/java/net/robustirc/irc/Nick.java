package net.robustirc.irc;

import java.util.Optional;

/** A user's name: shown as it was given, compared folded. Syntax: irc-commands.md 1.3. */
public final class Nick implements Comparable<Nick> {
    /** Announced as NICKLEN. */
    public static final int MAX_LENGTH = 31;

    /** Stands for a session that has not chosen one. */
    public static final Nick NONE = new Nick("");

    private final String text;
    private final String folded;

    private Nick(String text) {
        this.text = text;
        this.folded = CaseFolding.fold(text);
    }

    /** A nick, if the text can be one. */
    public static Optional<Nick> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !mayStart(text.charAt(0))) {
            return Optional.empty();
        }
        for (int i = 1; i < text.length(); i++) {
            if (!mayFollow(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Nick(text));
    }

    /** RFC 2812 2.3.1: a letter or one of {@code [ ] \ ` _ ^ { | }}. */
    private static boolean mayStart(char c) {
        return c >= 'A' && c <= '}';
    }

    private static boolean mayFollow(char c) {
        return mayStart(c) || c >= '0' && c <= '9' || c == '-';
    }

    /** Whether it is kept for services: anything that ends in "serv". */
    public boolean reserved() {
        return folded.endsWith("serv");
    }

    public boolean isNone() {
        return text.isEmpty();
    }

    @Override
    public int compareTo(Nick other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nick nick && folded.equals(nick.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }
}
