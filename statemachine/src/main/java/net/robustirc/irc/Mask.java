package net.robustirc.irc;

/** Anchored patterns with {@code *} (any run) and {@code ?} (any one UTF-16 unit). */
public final class Mask {
    /** Nearly all masks take fewer than two; only one made to take long takes more. */
    private static final int PATIENCE = 4;

    private Mask() {}

    /**
     * Whether the whole text fits the mask. Both are compared as they are, so fold them first.
     * Takes no more than {@link #PATIENCE} steps for each of their characters, or else those of
     * {@link MaskBits}, whatever the mask.
     */
    public static boolean matches(String mask, String text) {
        int m = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        int left = PATIENCE * (mask.length() + text.length());
        while (t < text.length()) {
            if (left-- == 0) {
                return MaskBits.matches(mask, text);
            }
            if (m < mask.length() && mask.charAt(m) == '*') {
                star = m++;
                resume = t;
            } else if (m < mask.length() && fits(mask.charAt(m), text.charAt(t))) {
                m++;
                t++;
            } else if (star >= 0) {
                m = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (m < mask.length() && mask.charAt(m) == '*') {
            m++;
        }
        return m == mask.length();
    }

    /** Whether the text has a wildcard. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /**
     * Completes what users type to {@code nick!user@host}; a word with a character that only hosts
     * and addresses have is the host. Modern IRC, "Mask expressions".
     */
    public static String completed(String typed) {
        int at = typed.lastIndexOf('@');
        int bang = typed.indexOf('!');
        if (at < 0 && bang < 0) {
            return looksLikeHost(typed) ? "*!*@" + typed : typed + "!*@*";
        }
        if (bang < 0) {
            return "*!" + orStar(typed.substring(0, at)) + "@" + orStar(typed.substring(at + 1));
        }
        if (at < bang) {
            return orStar(typed.substring(0, bang))
                    + "!"
                    + orStar(typed.substring(bang + 1))
                    + "@*";
        }
        return orStar(typed.substring(0, bang))
                + "!"
                + orStar(typed.substring(bang + 1, at))
                + "@"
                + orStar(typed.substring(at + 1));
    }

    private static boolean looksLikeHost(String typed) {
        return typed.indexOf('.') >= 0 || typed.indexOf(':') >= 0 || typed.indexOf('/') >= 0;
    }

    private static String orStar(String part) {
        return part.isEmpty() ? "*" : part;
    }

    private static boolean fits(char pattern, char c) {
        return pattern == '?' || pattern == c;
    }
}
