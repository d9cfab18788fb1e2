package net.robustirc.irc;

/** What a client posted, made into one line of text (ours.md section 1). */
public final class InputLine {
    /** Most bytes of message tags with their {@code @} and space: IRCv3 message-tags. */
    private static final int MAX_TAG_BYTES = 4096;

    private InputLine() {}

    /** Cuts at the first CR or LF, drops NUL and replaces what is no text by U+FFFD. */
    public static String clean(String posted) {
        int end = 0;
        boolean nul = false;
        while (end < posted.length() && !endsLine(posted.charAt(end))) {
            nul |= posted.charAt(end) == 0;
            end++;
        }
        String line = posted.substring(0, end);
        return Utf8.wellFormed(nul ? line.replace("\0", "") : line);
    }

    /**
     * Whether a clean line is longer than a client may send. U+FFFD counts as one byte, for it
     * stands for one that the client sent: text in Latin-1 must not become too long on its way.
     */
    public static boolean tooLong(String line) {
        if (Utf8.fits(line, LineBuilder.MAX_BYTES)) {
            return false;
        }
        int body = IrcMessage.bodyStart(line);
        return sentBytes(line.substring(0, body)) > MAX_TAG_BYTES
                || sentBytes(line.substring(body)) > LineBuilder.MAX_BYTES;
    }

    private static int sentBytes(String text) {
        int bytes = Utf8.length(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == Utf8.REPLACEMENT) {
                bytes -= 2;
            }
        }
        return bytes;
    }

    private static boolean endsLine(char c) {
        return c == '\r' || c == '\n';
    }
}
