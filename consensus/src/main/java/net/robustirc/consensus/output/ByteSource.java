package net.robustirc.consensus.output;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote; throws {@link BufferUnderflowException} past the end. */
final class ByteSource {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteSource(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean atEnd() {
        return position == end;
    }

    int readByte() {
        if (position >= end) {
            throw new BufferUnderflowException();
        }
        return bytes[position++] & 0xff;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("varint of more than ten bytes");
    }

    long readZigzag() {
        long value = readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /**
     * A number of things that take at least a byte each, so that damage cannot ask for the moon.
     */
    int readCount() {
        long count = readVarint();
        if (count < 0 || count > end - position) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }

    String readText() {
        int length = readCount();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
