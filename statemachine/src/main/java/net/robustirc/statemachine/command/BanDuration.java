package net.robustirc.statemachine.command;

import java.util.OptionalLong;

/** How long a ban lasts, as operators write it: {@code 90} minutes, {@code 1d12h}, {@code 0}. */
final class BanDuration {
    private static final long SECOND = 1_000_000_000L;

    /** Ten years: a longer one is cut. */
    private static final long MAX_SECONDS = 10L * 365 * 86_400;

    private static final int MAX_DIGITS = 9;

    private BanDuration() {}

    /** Nanoseconds, 0 for one that does not end; empty if the text is no duration. */
    static OptionalLong parse(String text) {
        long seconds = 0;
        long number = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < MAX_DIGITS) {
                number = number * 10 + c - '0';
                digits++;
            } else if (digits > 0 && unit(c) > 0) {
                seconds += number * unit(c);
                number = 0;
                digits = 0;
            } else {
                return OptionalLong.empty();
            }
        }
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(seconds + number * unit('m'), MAX_SECONDS) * SECOND);
    }

    private static long unit(char letter) {
        return switch (letter) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 7 * 86_400;
            default -> 0;
        };
    }
}
