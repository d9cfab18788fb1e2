package net.robustirc.war.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The objects of a stream as bytes, each with a line feed after it; http-api.md 3.5. Written by
 * hand: key order and escapes are part of the protocol, and a busy node makes thousands a second.
 */
final class LineJson {
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] LINE_ID = ascii("{\"Id\":{\"Id\":");
    private static final byte[] LINE_REPLY = ascii(",\"Reply\":");
    private static final byte[] LINE_DATA =
            ascii("},\"Session\":{\"Id\":0,\"Reply\":0},\"Type\":3,\"Data\":");
    private static final byte[] LINE_END = ascii(",\"UnixNano\":0}\n");
    private static final byte[] PING =
            ascii(
                    "{\"Id\":{\"Id\":0,\"Reply\":0},\"Session\":{\"Id\":0,\"Reply\":0},"
                            + "\"Type\":4,\"Data\":\"\",\"UnixNano\":0,\"Servers\":");
    private static final byte[] PING_END = ascii("}\n");

    private final ByteArrayOutputStream bytes;

    private LineJson(int capacity) {
        bytes = new ByteArrayOutputStream(capacity);
    }

    /** A line of IRC. */
    static byte[] line(long id, int reply, String text) {
        LineJson json = new LineJson(160 + text.length());
        json.bytes.writeBytes(LINE_ID);
        json.bytes.writeBytes(ascii(Long.toString(id)));
        json.bytes.writeBytes(LINE_REPLY);
        json.bytes.writeBytes(ascii(Integer.toString(reply)));
        json.bytes.writeBytes(LINE_DATA);
        json.string(text);
        json.bytes.writeBytes(LINE_END);
        return json.bytes.toByteArray();
    }

    /**
     * A ping.
     *
     * @param servers {@code host:port} of each node, not empty (robustsession-client.md rule 23)
     */
    static byte[] ping(List<String> servers) {
        LineJson json = new LineJson(256);
        json.bytes.writeBytes(PING);
        char separator = '[';
        for (String server : servers) {
            json.bytes.write(separator);
            json.string(server);
            separator = ',';
        }
        json.bytes.write(']');
        json.bytes.writeBytes(PING_END);
        return json.bytes.toByteArray();
    }

    private void string(String text) {
        bytes.write('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                asciiCharacter(c);
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                bytes.writeBytes(text.substring(at, at + 2).getBytes(StandardCharsets.UTF_8));
                at++;
            } else if (Character.isSurrogate(c)) {
                escape('\ufffd');
            } else if (c == '\u2028' || c == '\u2029') {
                escape(c);
            } else if (c < 0x800) {
                bytes.write(0xc0 | c >> 6);
                bytes.write(0x80 | c & 0x3f);
            } else {
                bytes.write(0xe0 | c >> 12);
                bytes.write(0x80 | c >> 6 & 0x3f);
                bytes.write(0x80 | c & 0x3f);
            }
        }
        bytes.write('"');
    }

    /** As Go's encoder does it, which also escapes what would mean something in HTML. */
    private void asciiCharacter(char c) {
        switch (c) {
            case '"', '\\' -> shortEscape(c);
            case '\n' -> shortEscape('n');
            case '\r' -> shortEscape('r');
            case '\t' -> shortEscape('t');
            case '<', '>', '&' -> escape(c);
            default -> {
                if (c < ' ') {
                    escape(c);
                } else {
                    bytes.write(c);
                }
            }
        }
    }

    private void shortEscape(char c) {
        bytes.write('\\');
        bytes.write(c);
    }

    private void escape(char c) {
        shortEscape('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes.write(HEX[c >> shift & 0xf]);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
