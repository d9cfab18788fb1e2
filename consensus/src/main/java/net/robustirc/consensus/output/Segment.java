package net.robustirc.consensus.output;

import java.nio.file.Path;
import java.util.Arrays;

/** A file of the chain and its blocks; the last segment's last block is the open one. */
final class Segment {
    private final Path file;
    private volatile Block[] blocks;

    /**
     * Takes at least one block.
     *
     * @param file need not exist before the first block is written
     */
    Segment(Path file, Block... blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    Path file() {
        return file;
    }

    long base() {
        return blocks[0].base();
    }

    Block last() {
        Block[] all = blocks;
        return all[all.length - 1];
    }

    /** Oldest first. */
    Block[] blocks() {
        return blocks;
    }

    /** Writer only: the next block is open. */
    void add(Block block) {
        Block[] now = blocks;
        Block[] more = Arrays.copyOf(now, now.length + 1);
        more[now.length] = block;
        blocks = more;
    }

    /** The block that holds what follows that id, which is at or above the base. */
    Block locate(long id) {
        Block[] now = blocks;
        int low = 0;
        int high = now.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (now[middle].base() <= id) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return now[low];
    }
}
