package net.robustirc.consensus.output;

import java.nio.file.Path;

/**
 * A link in the chain: the outputs of the commands above its base, up to the base of the next. In
 * memory while it is open and for as long as there is room; on disk once it is full.
 */
final class Block {
    private final long base;
    private volatile Chunk chunk;
    private volatile Written written;

    /** Where a full block lies. */
    record Written(BlockHeader header, SessionFilter filter, Path file, long offset) {}

    private Block(long base, Chunk chunk, Written written) {
        this.base = base;
        this.chunk = chunk;
        this.written = written;
    }

    static Block open(long base) {
        return new Block(base, new Chunk(), null);
    }

    static Block onDisk(Written written) {
        return new Block(written.header.base(), null, written);
    }

    long base() {
        return base;
    }

    /** Null unless in memory. Look at {@link #written()} first: a block that is open may close. */
    Chunk chunk() {
        return chunk;
    }

    /** Null while the block is open. */
    Written written() {
        return written;
    }

    /** Writer only. */
    void close(Written at) {
        written = at;
    }

    /** Writer only, after {@link #close}: from now on it is read from disk. */
    void dropChunk() {
        chunk = null;
    }
}
