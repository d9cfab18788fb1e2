package net.robustirc.irc;

/**
 * CASEMAPPING=rfc1459-strict (ours.md section 3): A-Z and {@code [ ] \} fold to a-z and {@code { }
 * |}; every other character compares as it is. No Unicode tables: they differ between Java
 * versions.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** The form in which names are compared; the same object where nothing folds. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    /** ASCII upper case: the form of commands. */
    public static String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLower(text.charAt(i))) {
                return upperFrom(text, i);
            }
        }
        return text;
    }

    private static char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + 'a' - 'A');
        }
        return switch (c) {
            case '[' -> '{';
            case ']' -> '}';
            case '\\' -> '|';
            default -> c;
        };
    }

    private static String foldFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int i = start; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static String upperFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int i = start; i < chars.length; i++) {
            if (isLower(chars[i])) {
                chars[i] -= 'a' - 'A';
            }
        }
        return new String(chars);
    }
}
