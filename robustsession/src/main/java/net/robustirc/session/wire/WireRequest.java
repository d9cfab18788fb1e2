package net.robustirc.session.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import net.robustirc.session.server.ServerAddress;

/**
 * One request, written anew for whichever server is tried: the same bytes each time but for the
 * Host header. Every array is shared and never changed.
 */
public final class WireRequest {
    private static final byte[] NO_BODY = {};

    private final byte[] requestLine;
    private final byte[] headers;
    private final byte[] body;

    WireRequest(byte[] requestLine, byte[] headers, byte[] body) {
        this.requestLine = requestLine;
        this.headers = headers;
        this.body = body;
    }

    WireRequest(byte[] requestLine, byte[] headers) {
        this(requestLine, headers, NO_BODY);
    }

    /** The whole request in one buffer, which the caller owns. */
    public ByteBuf encode(ByteBufAllocator allocator, ServerAddress server) {
        ByteBuf out = allocator.buffer(requestLine.length + headers.length + body.length + 64);
        out.writeBytes(requestLine);
        ByteBufUtil.writeAscii(out, "\r\nHost: ");
        ByteBufUtil.writeAscii(out, server.toString());
        out.writeBytes(headers);
        ByteBufUtil.writeAscii(out, "\r\nContent-Length: ");
        ByteBufUtil.writeAscii(out, Integer.toString(body.length));
        ByteBufUtil.writeAscii(out, "\r\n\r\n");
        return out.writeBytes(body);
    }
}
