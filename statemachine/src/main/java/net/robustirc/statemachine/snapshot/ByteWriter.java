package net.robustirc.statemachine.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the values of a snapshot; schema.md names the types. */
final class ByteWriter {
    private byte[] bytes = new byte[64];
    private int size;

    /** Seven bits a byte, lowest first, the highest bit set on all bytes but the last. */
    ByteWriter varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
        return this;
    }

    /** Eight bytes, highest first. */
    ByteWriter fixed64(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((byte) (value >>> shift));
        }
        return this;
    }

    /** The number of bytes as a varint, then the text in UTF-8. */
    ByteWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return varint(utf8.length).raw(utf8);
    }

    /** Bytes as they are. */
    ByteWriter raw(byte[] added) {
        reserve(added.length);
        System.arraycopy(added, 0, bytes, size, added.length);
        size += added.length;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void put(byte b) {
        reserve(1);
        bytes[size++] = b;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
