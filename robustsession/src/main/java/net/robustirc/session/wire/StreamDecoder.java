package net.robustirc.session.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts the receive stream into its objects, wherever the network has split or glued them. Used from
 * one thread. Holds what is left of an unfinished object and nothing else.
 */
public final class StreamDecoder {
    /** Far above what a server sends; bounds what one can make us hold. */
    static final int MAX_OBJECT_BYTES = 1 << 20;

    private static final int KEPT_CAPACITY = 4096;
    private static final byte[] EMPTY = {};

    private final Consumer<StreamObject> objects;
    private byte[] buffer = EMPTY;
    private int filled;
    private int scanned;
    private int start;
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Hands each whole object to the consumer. */
    public StreamDecoder(Consumer<StreamObject> objects) {
        this.objects = objects;
    }

    /** Takes the next bytes of the stream; after an exception the stream is of no more use. */
    public void feed(ByteBuf part) throws MalformedAnswerException {
        append(part);
        while (scanned < filled) {
            scan(buffer[scanned++]);
        }
        dropConsumed();
    }

    private void append(ByteBuf part) {
        int length = part.readableBytes();
        if (buffer.length - filled < length) {
            buffer = Arrays.copyOf(buffer, Math.max(filled + length, 2 * filled));
        }
        part.readBytes(buffer, filled, length);
        filled += length;
    }

    private void scan(byte b) throws MalformedAnswerException {
        if (inString) {
            scanInString(b);
        } else if (b == '"') {
            inString = true;
        } else if (b == '{' || b == '[') {
            open(b);
        } else if (b == '}' || b == ']') {
            close();
        }
        if (depth == 0) {
            skipBetweenObjects(b);
        } else if (scanned - start > MAX_OBJECT_BYTES) {
            throw new MalformedAnswerException("an object of the stream is too long");
        }
    }

    private void scanInString(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
        }
    }

    private void open(byte b) throws MalformedAnswerException {
        if (depth == 0) {
            if (b != '{') {
                throw new MalformedAnswerException("the stream holds something but objects");
            }
            start = scanned - 1;
        }
        depth++;
    }

    private void close() throws MalformedAnswerException {
        if (depth == 0) {
            throw new MalformedAnswerException("the stream holds something but objects");
        }
        if (depth == 1) {
            objects.accept(StreamObject.parse(buffer, start, scanned - start));
            start = scanned;
        }
        depth--;
    }

    private void skipBetweenObjects(byte b) throws MalformedAnswerException {
        boolean separator = b == '\n' || b == '\r' || b == ' ' || b == '\t';
        if (!separator && !(b == '}' && start == scanned)) {
            throw new MalformedAnswerException("the stream holds something but objects");
        }
        start = scanned;
    }

    private void dropConsumed() {
        filled -= start;
        if (filled == 0 && buffer.length > KEPT_CAPACITY) {
            buffer = EMPTY;
        } else {
            System.arraycopy(buffer, start, buffer, 0, filled);
        }
        scanned = filled;
        start = 0;
    }
}
