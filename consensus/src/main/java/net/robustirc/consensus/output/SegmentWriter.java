package net.robustirc.consensus.output;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Appends blocks to a new segment file, which is created with the first of them. Not a channel: an
 * interrupt of the apply thread would close it.
 */
final class SegmentWriter implements AutoCloseable {
    private final Path file;
    private FileOutputStream stream;
    private long size;

    SegmentWriter(Path file) {
        this.file = file;
    }

    /** Bytes written so far. */
    long size() {
        return size;
    }

    /** Returns the block's offset in the file. */
    long write(BlockHeader header, ByteBuffer body) throws IOException {
        if (stream == null) {
            stream = new FileOutputStream(file.toFile());
            write(SegmentFile.magic(), SegmentFile.magic().length);
        }
        long offset = size;
        write(header.encode().array(), BlockHeader.BYTES);
        write(body.array(), body.remaining());
        return offset;
    }

    /** Nothing is written after that. */
    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        stream.write(bytes, 0, length);
        size += length;
    }
}
