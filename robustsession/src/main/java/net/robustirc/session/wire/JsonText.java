package net.robustirc.session.wire;

import java.nio.charset.StandardCharsets;

/** Writes the two request bodies; escapes only what JSON asks for. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** The body of a post: the line and its unsigned id. */
    public static byte[] post(String line, long clientMessageId) {
        StringBuilder out = new StringBuilder(line.length() + 64);
        out.append("{\"Data\":");
        appendString(out, line);
        out.append(",\"ClientMessageId\":").append(Long.toUnsignedString(clientMessageId));
        return bytes(out.append('}'));
    }

    /** The body of a DELETE. */
    public static byte[] quit(String quitText) {
        StringBuilder out = new StringBuilder(quitText.length() + 32);
        out.append("{\"Quitmessage\":");
        appendString(out, quitText);
        return bytes(out.append('}'));
    }

    /** A JSON string. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        appendString(out, text);
        return out.toString();
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            append(out, text, i);
        }
        out.append('"');
    }

    private static void append(StringBuilder out, String text, int index) {
        char c = text.charAt(index);
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c < ' ') {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else if (Character.isSurrogate(c) && isLone(text, index)) {
            out.append('\ufffd');
        } else {
            out.append(c);
        }
    }

    private static boolean isLone(String text, int index) {
        boolean high = Character.isHighSurrogate(text.charAt(index));
        int other = high ? index + 1 : index - 1;
        if (other < 0 || other >= text.length()) {
            return true;
        }
        char partner = text.charAt(other);
        return high ? !Character.isLowSurrogate(partner) : !Character.isHighSurrogate(partner);
    }
}
