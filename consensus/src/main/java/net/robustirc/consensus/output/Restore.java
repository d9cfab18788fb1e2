package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a new content from sealed segments beside the one in use. */
final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final long NONE = -1;

    private final OutputLimits limits;
    private final LiveDirectory directory;
    private final Damage damage;
    private final List<Segment> adopted = new ArrayList<>();
    private long end = NONE;

    Restore(OutputLimits limits, LiveDirectory directory, Damage damage) {
        this.limits = limits;
        this.directory = directory;
        this.damage = damage;
    }

    /**
     * Adopts all, or those that are sound and newer than the newest damage.
     *
     * @param files sealed segments, in order, without a gap up to {@code lastId}; may be empty
     * @throws DamagedSegmentException if that is to be refused, naming the file
     * @throws IOException if a file cannot be read, or goes on after {@code lastId}
     */
    Appender run(List<Path> files, long lastId) throws IOException {
        for (Path file : files) {
            take(file);
        }
        if (end > lastId) {
            throw new IOException(
                    "the output segments end at id %d, the snapshot at %d".formatted(end, lastId));
        }
        if (end != NONE && end < lastId) {
            leaveOut(DamagedSegmentException.missing(end, lastId));
        }
        return new Appender(limits, directory, adopted, lastId);
    }

    private void take(Path file) throws IOException {
        List<Block.Written> blocks;
        try {
            blocks = SegmentFile.scan(file);
        } catch (DamagedSegmentException e) {
            leaveOut(e);
            return;
        }
        long base = blocks.get(0).header().base();
        if (end != NONE && base != end) {
            leaveOut(DamagedSegmentException.gap(file, base, end));
        }
        adopted.add(adopt(file, base, blocks));
        end = blocks.get(blocks.size() - 1).header().lastId();
    }

    /** Forgets all that was adopted: what is older than the damage is of no use without a gap. */
    private void leaveOut(DamagedSegmentException e) throws DamagedSegmentException {
        if (damage == Damage.REFUSE) {
            throw e;
        }
        LOG.warn("output is lost on this node, with all that is older: {}", e.getMessage());
        adopted.clear();
        end = NONE;
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
}
