package net.robustirc.bridge.irc;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.robustirc.irc.InputLine;

/**
 * Cuts a client's bytes into lines at LF, with CR and LF trimmed at both ends and nothing else
 * changed; bytes that are not UTF-8 become U+FFFD. Never holds more than the longest line IRC
 * allows, message tags included.
 */
final class LineDecoder extends ByteToMessageDecoder {
    private static final int LONGEST = 4096 + 512;
    private static final int SOCKS4 = 4;
    private static final int SOCKS5 = 5;
    private static final int TLS_HANDSHAKE = 0x16;

    private boolean started;
    private boolean foreign;
    private boolean discarding;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (!started) {
            started = true;
            recognise(in.getUnsignedByte(in.readerIndex()), out);
        }
        if (foreign) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
        if (end >= 0) {
            takeLine(in, end, out);
        } else if (discarding || in.readableBytes() > LONGEST) {
            discarding = true;
            in.skipBytes(in.readableBytes());
        }
    }

    private void recognise(int first, List<Object> out) {
        if (first == SOCKS4 || first == SOCKS5) {
            reject("SOCKS, which this port does not: connect to it as to an IRC server", out);
        } else if (first == TLS_HANDSHAKE) {
            reject("TLS, which this port does not: connect without TLS", out);
        }
    }

    private void reject(String hint, List<Object> out) {
        foreign = true;
        out.add(new ClientInput.Foreign(hint));
    }

    private void takeLine(ByteBuf in, int end, List<Object> out) {
        int length = end - in.readerIndex();
        String text = trim(in.toString(in.readerIndex(), length, StandardCharsets.UTF_8));
        in.readerIndex(end + 1);
        if (discarding || length > LONGEST || InputLine.tooLong(text)) {
            discarding = false;
            out.add(new ClientInput.TooLong());
        } else if (!text.isEmpty()) {
            out.add(new ClientInput.Line(text));
        }
    }

    private static String trim(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && line.charAt(start) == '\r') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(start, end);
    }
}
