package net.robustirc.irc;

import java.util.Optional;

/** A channel's name: shown as its creator wrote it, compared folded. */
public final class ChannelName implements Comparable<ChannelName> {
    /** Announced as CHANNELLEN, in bytes, the {@code #} included. */
    public static final int MAX_BYTES = 64;

    private final String text;
    private final String folded;

    private ChannelName(String text) {
        this.text = text;
        this.folded = CaseFolding.fold(text);
    }

    /** A channel's name, if the text can be one. RFC 2812 1.3 and 2.3.1. */
    public static Optional<ChannelName> parse(String text) {
        if (!looksLikeOne(text) || !Utf8.fits(text, MAX_BYTES)) {
            return Optional.empty();
        }
        for (int i = 1; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new ChannelName(text));
    }

    /** Whether the text begins as channel names do. */
    public static boolean looksLikeOne(String text) {
        return !text.isEmpty() && text.charAt(0) == '#';
    }

    private static boolean allowed(char c) {
        return switch (c) {
            case 0, 7, '\r', '\n', ' ', ',', ':' -> false;
            default -> true;
        };
    }

    @Override
    public int compareTo(ChannelName other) {
        return folded.compareTo(other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelName name && folded.equals(name.folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** As its creator wrote it. */
    @Override
    public String toString() {
        return text;
    }
}
