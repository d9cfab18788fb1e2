package net.robustirc.irc;

import java.util.ArrayList;
import java.util.List;

/** Length and cutting of text by its UTF-8 bytes, without encoding it. */
public final class Utf8 {
    /** Stands for whatever was no valid text. */
    public static final char REPLACEMENT = '\uFFFD';

    private static final int MAX_BYTES_PER_CHAR = 3;

    private Utf8() {}

    /** Bytes of the text in UTF-8; an unpaired surrogate counts as U+FFFD would. */
    public static int length(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int width = width(text, i);
            bytes += width;
            if (width == 4) {
                i++;
            }
        }
        return bytes;
    }

    /** The order of the texts' bytes in UTF-8, which is that of their code points. */
    public static int compare(String one, String other) {
        int most = Math.min(one.length(), other.length());
        for (int i = 0; i < most; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return one.length() - other.length();
    }

    /** Surrogates stand for what comes after all other characters. */
    private static int rank(char c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                ? c + Character.MAX_VALUE
                : c;
    }

    /** Whether the text takes no more than so many bytes; cheap for short text. */
    public static boolean fits(CharSequence text, int maxBytes) {
        return text.length() * MAX_BYTES_PER_CHAR <= maxBytes
                || text.length() <= maxBytes && length(text) <= maxBytes;
    }

    /** The longest beginning that takes no more than so many bytes and ends with a character. */
    public static String cut(String text, int maxBytes) {
        if (fits(text, maxBytes)) {
            return text;
        }
        int bytes = 0;
        int i = 0;
        while (i < text.length()) {
            int width = width(text, i);
            if (bytes + width > maxBytes) {
                break;
            }
            bytes += width;
            i += width == 4 ? 2 : 1;
        }
        return text.substring(0, i);
    }

    /**
     * The text in pieces, each of which ends with a character; one empty piece for an empty text.
     *
     * @param maxBytes of each piece; at least 4 are taken, for that is a character
     */
    public static List<String> parts(String text, int maxBytes) {
        List<String> parts = new ArrayList<>(1);
        String rest = text;
        do {
            String part = cut(rest, Math.max(maxBytes, 4));
            parts.add(part);
            rest = rest.substring(part.length());
        } while (!rest.isEmpty());
        return parts;
    }

    /** Replaces unpaired surrogates, which have no UTF-8 form, by U+FFFD. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSurrogate(c)) {
                if (!startsPair(text, i)) {
                    return replaceFrom(text, i);
                }
                i++;
            }
        }
        return text;
    }

    private static String replaceFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int i = start; i < chars.length; i++) {
            if (isSurrogate(chars[i])) {
                if (startsPair(text, i)) {
                    i++;
                } else {
                    chars[i] = REPLACEMENT;
                }
            }
        }
        return new String(chars);
    }

    private static int width(CharSequence text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return startsPair(text, i) ? 4 : MAX_BYTES_PER_CHAR;
    }

    private static boolean isSurrogate(char c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    private static boolean startsPair(CharSequence text, int i) {
        char c = text.charAt(i);
        if (c < 0xD800 || c > 0xDBFF || i + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(i + 1);
        return next >= 0xDC00 && next <= 0xDFFF;
    }
}
