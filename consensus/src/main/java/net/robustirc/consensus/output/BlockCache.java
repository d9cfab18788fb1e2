package net.robustirc.consensus.output;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the outputs of a block, from memory or from disk. Those read from disk last are kept: after
 * a restart a thousand sessions come back at once and read the same few. The newest is kept even if
 * it alone is larger than all may be.
 */
final class BlockCache {
    private static final Logger LOG = LoggerFactory.getLogger(BlockCache.class);

    private final long maxBytes;
    private final Map<Block, Chunk> chunks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    BlockCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The outputs of a block.
     *
     * @throws OutputGoneException if its file was dropped meanwhile, or is damaged
     */
    Chunk load(Block block, Content content) throws OutputGoneException {
        Chunk chunk = block.chunk();
        if (chunk != null) {
            return chunk;
        }
        Chunk cached = cached(block);
        return cached != null ? cached : keep(block, read(block, content));
    }

    synchronized void clear() {
        chunks.clear();
        bytes = 0;
    }

    private static Chunk read(Block block, Content content) throws OutputGoneException {
        try {
            return SegmentFile.read(block.written());
        } catch (FileNotFoundException e) {
            throw content.gone(block.base());
        } catch (DamagedSegmentException e) {
            LOG.error("output up to {} is lost", block.written().header().lastId(), e);
            content.lost(block);
            throw content.gone(block.base());
        } catch (IOException e) {
            LOG.error("output above {} cannot be read", block.base(), e);
            throw content.gone(block.base());
        }
    }

    private synchronized Chunk cached(Block block) {
        return chunks.get(block);
    }

    private synchronized Chunk keep(Block block, Chunk chunk) {
        if (chunks.put(block, chunk) == null) {
            bytes += chunk.bytes();
        }
        Iterator<Chunk> oldest = chunks.values().iterator();
        while (bytes > maxBytes && chunks.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
        return chunk;
    }
}
