package net.robustirc.irc;

/**
 * Numbers as text, by ASCII digits alone: what else Java takes for a digit depends on its version.
 */
public final class Digits {
    private static final int DECIMAL = 10;

    private Digits() {}

    /**
     * A number that is not negative; -1 if the text is none, or one beyond 63 bits.
     *
     * @param maxDigits at most 19
     */
    public static long decimal(String text, int maxDigits) {
        return parse(text, DECIMAL, maxDigits);
    }

    /**
     * The same in another base, up to 16.
     *
     * @param maxDigits so many that the number fits into 64 bits
     */
    public static long parse(String text, int base, int maxDigits) {
        if (text.isEmpty() || text.length() > maxDigits) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = value(text.charAt(i));
            if (digit < 0 || digit >= base) {
                return -1;
            }
            value = value * base + digit;
        }
        return Math.max(value, -1);
    }

    /** Where the decimal digits end that begin at a position; that position if there are none. */
    public static int end(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + DECIMAL;
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + DECIMAL : -1;
    }
}
