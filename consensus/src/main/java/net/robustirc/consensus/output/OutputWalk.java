package net.robustirc.consensus.output;

import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.consensus.output.OutputLog.OutputReader;
import net.robustirc.statemachine.output.Output;

/**
 * Hands over outputs in order, block by block, up to the tail at its beginning or a little more.
 */
final class OutputWalk {
    private final Content content;
    private final BlockCache cache;
    private final OutputReader reader;
    private long position;
    private boolean stopped;

    OutputWalk(Content content, BlockCache cache, OutputReader reader) {
        this.content = content;
        this.cache = cache;
        this.reader = reader;
    }

    /** Throws only if nothing was handed over yet. */
    long run(long after) throws OutputGoneException {
        position = after;
        long tail = content.tail();
        try {
            while (position < tail && !stopped) {
                walk(content.locate(position), tail);
            }
        } catch (OutputGoneException e) {
            if (position == after) {
                throw e;
            }
        }
        return position;
    }

    private void walk(Block block, long tail) throws OutputGoneException {
        Block.Written written = block.written();
        Chunk chunk = cache.load(block, content);
        int size = chunk.size();
        for (int at = chunk.firstAfter(position); at < size; at++) {
            Output output = chunk.get(at);
            position = output.id();
            if (!reader.read(output)) {
                stopped = true;
                return;
            }
        }
        // An open block was open after the tail was read: all that is up to it is in there.
        position = Math.max(position, written == null ? tail : written.header().lastId());
    }
}
