package net.robustirc.irc;

/** Times and durations as text, in UTC and without locale. */
public final class TimeText {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int DAYS_TO_YEAR_ZERO = 719_468;

    private TimeText() {}

    /** Whole seconds of a time or a duration in nanoseconds. */
    public static long seconds(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_SECOND);
    }

    /** A Unix time in nanoseconds as {@code 2016-12-07 20:53:32 UTC}. */
    public static String utc(long unixNanos) {
        long seconds = seconds(unixNanos);
        long day = Math.floorDiv(seconds, SECONDS_PER_DAY);
        int second = (int) Math.floorMod(seconds, (long) SECONDS_PER_DAY);
        StringBuilder out = new StringBuilder(24);
        appendDate(out, day);
        two(out.append(' '), second / 3600);
        two(out.append(':'), second / 60 % 60);
        two(out.append(':'), second % 60);
        return out.append(" UTC").toString();
    }

    /** A duration as Go writes it: {@code 30m0s}, {@code 1h0m0s}, {@code 1.5s}, {@code 500ms}. */
    public static String duration(long nanos) {
        if (nanos <= 0) {
            return "0s";
        }
        if (nanos < NANOS_PER_SECOND) {
            return shortDuration(nanos);
        }
        long seconds = nanos / NANOS_PER_SECOND;
        StringBuilder out = new StringBuilder();
        if (seconds >= 3600) {
            out.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            out.append(seconds / 60 % 60).append('m');
        }
        return out.append(decimal(nanos % (60 * NANOS_PER_SECOND), NANOS_PER_SECOND))
                .append('s')
                .toString();
    }

    private static String shortDuration(long nanos) {
        if (nanos >= 1_000_000) {
            return decimal(nanos, 1_000_000) + "ms";
        }
        return nanos >= 1_000 ? decimal(nanos, 1_000) + "\u00b5s" : nanos + "ns";
    }

    private static String decimal(long value, long unit) {
        if (value % unit == 0) {
            return Long.toString(value / unit);
        }
        String fraction = Long.toString(unit + value % unit).substring(1);
        int end = fraction.length();
        while (fraction.charAt(end - 1) == '0') {
            end--;
        }
        return value / unit + "." + fraction.substring(0, end);
    }

    /**
     * Year, month and day in the Gregorian calendar, counted in eras of 400 years that begin on 1
     * March, so that a leap day is the last of its year.
     */
    private static void appendDate(StringBuilder out, long unixDay) {
        long days = unixDay + DAYS_TO_YEAR_ZERO;
        long era = Math.floorDiv(days, DAYS_PER_ERA);
        int dayOfEra = (int) Math.floorMod(days, (long) DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        out.append(era * 400 + yearOfEra + (month <= 2 ? 1 : 0)).append('-');
        two(out, month).append('-');
        two(out, day);
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return (number < 10 ? out.append('0') : out).append(number);
    }
}
