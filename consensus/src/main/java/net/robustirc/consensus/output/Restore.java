package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.output.Output;

/** Builds a new content from sealed segments, cut to an id, beside the one in use. */
final class Restore {
    private static final long NONE = -1;

    private final OutputLimits limits;
    private final LiveDirectory directory;
    private final List<Segment> adopted = new ArrayList<>();
    private final List<Block.Written> cut = new ArrayList<>();
    private long end = NONE;

    Restore(OutputLimits limits, LiveDirectory directory) {
        this.limits = limits;
        this.directory = directory;
    }

    /**
     * Adopts what is up to {@code lastId}.
     *
     * @param files sealed segments, in order, without a gap; may be empty
     * @throws IOException saying which file is damaged, or what is missing
     */
    Appender run(List<Path> files, long lastId) throws IOException {
        for (Path file : files) {
            take(file, lastId);
        }
        end = end == NONE ? lastId : end;
        Appender appender = new Appender(limits, directory, adopted, end);
        try {
            appendCut(appender, lastId);
            checkReaches(appender, lastId);
        } catch (IOException e) {
            appender.close();
            throw e;
        }
        return appender;
    }

    private void take(Path file, long lastId) throws IOException {
        List<Block.Written> blocks = SegmentFile.scan(file);
        long base = blocks.get(0).header().base();
        if (base >= lastId) {
            return;
        }
        if (end != NONE && base != end) {
            throw new DamagedSegmentException(
                    file, 0, "it begins above id %d, not %d".formatted(base, end));
        }
        long last = blocks.get(blocks.size() - 1).header().lastId();
        if (last <= lastId) {
            adopted.add(adopt(file, base, blocks));
            end = last;
        } else {
            cut.addAll(blocks);
            end = base;
        }
    }

    private Segment adopt(Path file, long base, List<Block.Written> blocks) throws IOException {
        Path live = directory.adopt(file, base);
        return new Segment(
                live,
                blocks.stream()
                        .map(at -> new Block.Written(at.header(), at.filter(), live, at.offset()))
                        .map(Block::onDisk)
                        .toArray(Block[]::new));
    }

    /** Sealed files are shared with snapshots and never changed, so the rest is written anew. */
    private void appendCut(Appender appender, long lastId) throws IOException {
        for (Block.Written block : cut) {
            if (block.header().base() >= lastId) {
                return;
            }
            for (Output output : SegmentFile.read(block)) {
                if (output.id() <= lastId) {
                    appender.append(output);
                }
            }
            long end = Math.min(lastId, block.header().lastId());
            appender.skipTo(end, block.header().firstIdle());
        }
    }

    private static void checkReaches(Appender appender, long lastId) throws IOException {
        long tail = appender.content().tail();
        if (tail < lastId) {
            throw new IOException(
                    "the output segments end at id %d, the snapshot at %d".formatted(tail, lastId));
        }
    }
}
