package net.robustirc.war.config;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the original writes them: {@code 10m0s}, {@code 1h30m}, {@code 1.5s}, {@code 0}. */
final class GoDuration {
    private static final Pattern WHOLE =
            Pattern.compile("([0-9]*\\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+");
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
    private static final int LONGEST_TEXT = 64;
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private GoDuration() {}

    /** Nanoseconds; nothing if the text is no duration, is negative or does not fit. */
    static OptionalLong parse(String text) {
        if (text.equals("0")) {
            return OptionalLong.of(0);
        }
        if (text.length() > LONGEST_TEXT || !WHOLE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String number = part.group(1);
            if (number.isEmpty() || number.equals(".")) {
                return OptionalLong.empty();
            }
            nanos =
                    nanos.add(
                            new BigDecimal(number)
                                    .multiply(BigDecimal.valueOf(unit(part.group(2)))));
        }
        return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(nanos.longValue());
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "ms" -> MILLI;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> MICRO;
        };
    }
}
