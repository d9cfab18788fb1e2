package net.robustirc.war.auth;

import java.util.Optional;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Reads session ids as the original does: {@code 0x}, {@code 0o} or {@code 0}, {@code 0b}, decimal.
 */
public final class SessionIds {
    private static final int MAX_DIGITS = 64;

    private SessionIds() {}

    /** The id, an unsigned 64-bit number; nothing if the text is none. */
    public static Optional<SessionId> parse(String text) {
        return number(text).map(SessionId::new);
    }

    /** An unsigned 64-bit number in the same syntax. */
    public static Optional<Long> number(String text) {
        int radix = radix(text);
        String digits = text.substring(prefixLength(text, radix));
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !isAlphanumeric(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseUnsignedLong(digits, radix));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int radix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 10;
        }
        return switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static int prefixLength(String text, int radix) {
        return switch (radix) {
            case 16, 2 -> 2;
            case 8 -> text.charAt(1) == 'o' || text.charAt(1) == 'O' ? 2 : 1;
            default -> 0;
        };
    }

    /** Keeps out signs and the digits of other scripts, which the parser would take. */
    private static boolean isAlphanumeric(String text) {
        return text.chars()
                .allMatch(
                        c ->
                                (c >= '0' && c <= '9')
                                        || (c >= 'a' && c <= 'f')
                                        || (c >= 'A' && c <= 'F'));
    }
}
