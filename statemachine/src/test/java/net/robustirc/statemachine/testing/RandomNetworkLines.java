package net.robustirc.statemachine.testing;

import java.util.Random;

/** Seeded lines about who is here and who may be, and where they come from. */
public final class RandomNetworkLines {
    private static final String[] BANNED = {
        "10.0.0.2",
        "10.0.0.0/30",
        "n1*!*@*",
        "u@10.0.0.?",
        "2001:db8::2/127",
        "*!*@robust/*",
        "é!@",
        ":x@y"
    };

    private RandomNetworkLines() {}

    /** A line of the session with that number. */
    static String line(Random random, int own, int newest) {
        String other = "n" + (newest - random.nextInt(12));
        return switch (random.nextInt(12)) {
            case 0 -> "MONITOR + " + other + ",c[0,n" + (newest + 1) + ",*,dd1";
            case 1 -> "MONITOR - " + other + ",dd1,C{0";
            case 2 -> monitors(random);
            case 3 -> "MODE n" + own + " " + (random.nextBoolean() ? "+" : "-") + "x";
            case 4 -> "MODE #o" + own + " +xb " + banned(random);
            case 5 -> "JOIN #o" + other.substring(1) + " b2s=.eA==.eA==";
            case 6 -> "GLINE " + random.nextInt(3) + "h " + banned(random) + " :out";
            case 7 -> "KLINE " + other + " :out";
            case 8 -> (random.nextBoolean() ? "UNGLINE " : "UNKLINE ") + banned(random);
            case 9 -> "GLINE";
            case 10 -> "WHOIS n" + own + "," + other;
            default -> "MONITOR " + "CLSX".charAt(random.nextInt(4));
        };
    }

    /** A mask that means some of the users. */
    public static String banned(Random random) {
        return BANNED[random.nextInt(BANNED.length)];
    }

    /** Where a session comes from, mostly the same for each. */
    public static String address(Random random, int own) {
        int host = random.nextInt(50) == 0 ? random.nextInt(8) : own % 8;
        return switch (own % 4) {
            case 0 -> "";
            case 1 -> "2001:DB8:0::" + host;
            default -> "10.0.0." + host;
        };
    }

    /** Sixty nicks: a list that holds a hundred is full after two of them. */
    private static String monitors(Random random) {
        StringBuilder line = new StringBuilder("MONITOR + n1");
        for (int i = 1; i < 60; i++) {
            line.append(",m").append(random.nextInt(10_000));
        }
        return line.toString();
    }
}
