package net.robustirc.statemachine.command;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import net.robustirc.irc.Digits;

/**
 * Durations as Go's {@code time.ParseDuration} reads them, with its words where it does not: the
 * original read those of SVSHOLD with it, and services see what it said (irc-commands.md 5.2).
 *
 * @param nanos of the duration; 0 if there is an error
 * @param error empty if there is none
 */
record GoDuration(long nanos, String error) {
    private static final long SECOND = 1_000_000_000L;

    /** A sum of decimal numbers, each with its unit: {@code 60s}, {@code -1.5h}, {@code 1m30s}. */
    static GoDuration parse(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return new GoDuration(0, "");
        }
        if (rest.isEmpty()) {
            return error("invalid duration " + quoted(text));
        }
        long sum = 0;
        while (!rest.isEmpty()) {
            int point = Digits.end(rest, 0);
            boolean fraction = point < rest.length() && rest.charAt(point) == '.';
            int number = fraction ? Digits.end(rest, point + 1) : point;
            if (number == (fraction ? 1 : 0)) {
                return error("invalid duration " + quoted(text));
            }
            int end = unitEnd(rest, number);
            String unit = rest.substring(number, end);
            if (unit.isEmpty()) {
                return error("missing unit in duration " + quoted(text));
            }
            Optional<Long> scale = scale(unit);
            if (scale.isEmpty()) {
                return error("unknown unit " + quoted(unit) + " in duration " + quoted(text));
            }
            long part = nanos(rest.substring(0, number), scale.get());
            if (part < 0 || sum + part < 0) {
                return error("invalid duration " + quoted(text));
            }
            sum += part;
            rest = rest.substring(end);
        }
        return new GoDuration(negative ? -sum : sum, "");
    }

    private static GoDuration error(String text) {
        return new GoDuration(0, "time: " + text);
    }

    private static int unitEnd(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != '.' && Digits.end(text, i) == i) {
            i++;
        }
        return i;
    }

    private static Optional<Long> scale(String unit) {
        return switch (unit) {
            case "ns" -> Optional.of(1L);
            case "us", "\u00b5s", "\u03bcs" -> Optional.of(1_000L);
            case "ms" -> Optional.of(1_000_000L);
            case "s" -> Optional.of(SECOND);
            case "m" -> Optional.of(60 * SECOND);
            case "h" -> Optional.of(3_600 * SECOND);
            default -> Optional.empty();
        };
    }

    /** Nanoseconds of a decimal number; -1 if there are too many. */
    private static long nanos(String number, long scale) {
        int point = (number + ".").indexOf('.');
        String whole = withoutZeros(number.substring(0, point));
        long units = whole.isEmpty() ? 0 : Digits.decimal(whole, 19);
        if (units < 0 || units > Long.MAX_VALUE / scale) {
            return -1;
        }
        long nanos = units * scale;
        long digit = scale;
        for (int i = point + 1; i < number.length() && digit > 0; i++) {
            // Each place is cut, not rounded: what is below a nanosecond does not count.
            nanos += digit * (number.charAt(i) - '0') / 10;
            digit /= 10;
        }
        return Math.max(nanos, -1);
    }

    private static String withoutZeros(String digits) {
        int i = 0;
        while (i < digits.length() && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    /** In double quotes, what is not printable ASCII by its bytes. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet < ' ') {
                out.append("\\x").append(HexFormat.of().toHexDigits(octet));
            } else {
                out.append(octet == '"' || octet == '\\' ? "\\" : "").append((char) octet);
            }
        }
        return out.append('"').toString();
    }
}
