package net.robustirc.consensus.output;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What stands before a block's payload; FORMAT.md.
 *
 * @param payloadBytes length of the payload
 * @param outputs number of outputs in the payload
 * @param base the block holds everything above this id...
 * @param lastId ...up to this one
 * @param firstIdle idle clock of the first output
 * @param lastIdle idle clock of the newest command
 * @param crc CRC-32C of payload and filter
 * @param filterBytes length of the filter that follows the payload
 */
record BlockHeader(
        int payloadBytes,
        int outputs,
        long base,
        long lastId,
        long firstIdle,
        long lastIdle,
        int crc,
        int filterBytes) {
    static final int BYTES = 56;

    private static final int MAGIC = 0x52424c4b;
    private static final int CRC_AT = 52;

    /** Length of what follows the header. */
    int bodyBytes() {
        return payloadBytes + filterBytes;
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    ByteBuffer encode() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        buffer.putInt(MAGIC).putInt(payloadBytes).putInt(outputs);
        buffer.putLong(base).putLong(lastId).putLong(firstIdle).putLong(lastIdle);
        buffer.putInt(crc).putInt(filterBytes);
        return buffer.putInt(crc(buffer.array(), 0, CRC_AT)).flip();
    }

    /**
     * Reads a header from the start of the bytes.
     *
     * @throws IllegalArgumentException saying why these bytes are none
     */
    static BlockHeader decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getInt() != MAGIC) {
            throw new IllegalArgumentException("no block begins here");
        }
        if (buffer.getInt(CRC_AT) != crc(bytes, 0, CRC_AT)) {
            throw new IllegalArgumentException("the block header's checksum is wrong");
        }
        return new BlockHeader(
                buffer.getInt(),
                buffer.getInt(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt());
    }
}
