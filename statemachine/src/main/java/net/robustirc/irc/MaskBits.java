package net.robustirc.irc;

/**
 * Masks as {@link Mask} has them, without going back: the set of all beginnings of the text that
 * fit the mask so far, a bit for each. Takes a step for each character of the mask and each 64 of
 * the text, and a fixed number for each 64 of the text.
 */
final class MaskBits {
    private static final int BYTE_VALUES = 256;

    private final int words;
    private final long[] low;
    private final long[] high;
    private final long[] reached;

    /** Bit i of a character's words is set if the text has that character before position i. */
    private MaskBits(String text) {
        this.words = text.length() / Long.SIZE + 1;
        this.low = new long[BYTE_VALUES * words];
        this.high = new long[BYTE_VALUES * words];
        this.reached = new long[words];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            set(low, words * (c & 0xFF), i + 1);
            set(high, words * (c >>> Byte.SIZE), i + 1);
        }
    }

    private static void set(long[] bits, int first, int index) {
        bits[first + index / Long.SIZE] |= 1L << index;
    }

    static boolean matches(String mask, String text) {
        MaskBits bits = new MaskBits(text);
        set(bits.reached, 0, 0);
        for (int i = 0; i < mask.length(); i++) {
            if (mask.charAt(i) == '*') {
                bits.anyRun();
            } else {
                bits.one(mask.charAt(i));
            }
        }
        return (bits.reached[text.length() / Long.SIZE] >>> text.length() & 1) != 0;
    }

    /** Whatever is behind a beginning that fits, fits. */
    private void anyRun() {
        long before = 0;
        for (int i = 0; i < words; i++) {
            long lowest = reached[i] & -reached[i];
            reached[i] = before != 0 ? -1 : -lowest;
            before |= lowest;
        }
    }

    /** Each beginning grows by one character, if it is that one; a question mark is any. */
    private void one(char c) {
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long grown = reached[i] << 1 | carry;
            carry = reached[i] >>> Long.SIZE - 1;
            boolean any = c == '?';
            reached[i] =
                    any
                            ? grown
                            : grown
                                    & low[words * (c & 0xFF) + i]
                                    & high[words * (c >>> Byte.SIZE) + i];
        }
    }
}
