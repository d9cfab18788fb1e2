package net.robustirc.bridge.irc;

/** The client's nick as the network's lines tell it. Written by one thread, read by any. */
final class OwnNick {
    private static final String UNKNOWN = "*";

    private final String welcome;
    private volatile String nick = UNKNOWN;

    /** Listens to the network of this name. */
    OwnNick(String prefix) {
        welcome = ":" + prefix + " 001 ";
    }

    /** The nick, or {@code *} before the client has logged in. */
    String get() {
        return nick;
    }

    /** Looks at a line from the network; true if it is the welcome. */
    boolean notice(String line) {
        if (line.startsWith(welcome)) {
            nick = word(line, welcome.length());
            return true;
        }
        int change = line.indexOf(" NICK ");
        if (change > 0 && isFromSelf(line, change)) {
            int start = change + " NICK ".length();
            nick = word(line, line.startsWith(":", start) ? start + 1 : start);
        }
        return false;
    }

    private boolean isFromSelf(String line, int sourceEnd) {
        String known = nick;
        return sourceEnd > known.length() + 1
                && line.startsWith(":" + known + "!")
                && line.indexOf(' ') == sourceEnd;
    }

    private static String word(String line, int start) {
        int end = line.indexOf(' ', start);
        return line.substring(start, end < 0 ? line.length() : end);
    }
}
