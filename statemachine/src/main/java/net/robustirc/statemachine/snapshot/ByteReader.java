package net.robustirc.statemachine.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; throws IllegalArgumentException where it cannot be that. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte b = next();
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has too many bytes");
    }

    /** A varint that counts something. */
    int count() {
        long value = varint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a count is out of range");
        }
        return (int) value;
    }

    long fixed64() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << Byte.SIZE | next() & 0xFF;
        }
        return value;
    }

    String text() {
        return new String(raw(count()), StandardCharsets.UTF_8);
    }

    byte[] raw(int length) {
        if (length > bytes.length - position) {
            throw new IllegalArgumentException("the value ends too early");
        }
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /** Checks that nothing is left over. */
    void end() {
        if (position != bytes.length) {
            throw new IllegalArgumentException("the value is longer than its fields");
        }
    }

    private byte next() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("the value ends too early");
        }
        return bytes[position++];
    }
}
