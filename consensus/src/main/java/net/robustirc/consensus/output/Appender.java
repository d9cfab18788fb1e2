package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.robustirc.statemachine.output.Output;

/** The writing side of one content; used by the apply thread alone. */
final class Appender {
    /**
     * Estimated heap that a version of a member set holds beyond what it shares: with the state,
     * other than in what was read back from disk.
     */
    private static final long SET_BYTES = 600;

    private final OutputLimits limits;
    private final LiveDirectory directory;
    private final Content content;
    private final BlockEncoder encoder;
    private final Deque<Resident> residents = new ArrayDeque<>();
    private SegmentWriter writer;
    private Segment segment;
    private Block open;
    private long residentBytes;
    private long lastIdle;

    /** A full block that is still in memory. */
    private record Resident(Block block, long bytes) {}

    /** Begins an empty segment above {@code base}, after those that are there already. */
    Appender(OutputLimits limits, LiveDirectory directory, List<Segment> sealed, long base) {
        this.limits = limits;
        this.directory = directory;
        this.encoder = new BlockEncoder(limits.blockBytes() + 1024);
        beginSegment(base);
        List<Segment> all = new ArrayList<>(sealed);
        all.add(segment);
        this.content = new Content(all.toArray(Segment[]::new), base);
        if (!sealed.isEmpty()) {
            Segment last = sealed.get(sealed.size() - 1);
            lastIdle = last.last().written().header().lastIdle();
        }
    }

    Content content() {
        return content;
    }

    void append(Output output) throws IOException {
        long tail = content.tail();
        if (output.id() <= tail) {
            throw new IllegalStateException(
                    "output of command %d after that of %d".formatted(output.id(), tail));
        }
        if (!output.lines().isEmpty() || !output.ended().isEmpty()) {
            makeRoom(tail);
            encoder.add(output);
            open.chunk().add(output);
        }
        lastIdle = output.idleNanos();
        content.moveTail(output.id(), lastIdle);
    }

    private void makeRoom(long tail) throws IOException {
        if (encoder.outputs() < limits.blockOutputs() && encoder.bytes() < limits.blockBytes()) {
            return;
        }
        closeBlock(tail);
        if (writer.size() >= limits.segmentBytes()) {
            writer.close();
            beginSegment(tail);
            content.add(segment);
        } else {
            beginBlock(tail);
            segment.add(open);
        }
    }

    private void closeBlock(long tail) throws IOException {
        long bytes = open.chunk().bytes() + SET_BYTES * encoder.newSets();
        SessionFilter filter = encoder.finish();
        BlockHeader header = encoder.header(tail, lastIdle);
        long offset = writer.write(header, encoder.body());
        open.close(new Block.Written(header, filter, segment.file(), offset));
        residents.add(new Resident(open, bytes));
        residentBytes += bytes;
        while (residentBytes > limits.memoryBytes()) {
            Resident oldest = residents.remove();
            oldest.block.dropChunk();
            residentBytes -= oldest.bytes;
        }
    }

    private void beginBlock(long base) {
        open = Block.open(base);
        encoder.begin(base);
    }

    private void beginSegment(long base) {
        beginBlock(base);
        Path file = directory.newFile(base);
        writer = new SegmentWriter(file);
        segment = new Segment(file, open);
    }

    /** Writes everything up to the tail; returns all segments but the new, empty one. */
    List<Path> seal() throws IOException {
        long tail = content.tail();
        // A block is begun only for an output that goes into it at once.
        if (open.base() != tail) {
            closeBlock(tail);
            writer.close();
            beginSegment(tail);
            content.add(segment);
        }
        dropDamaged();
        List<Path> files = new ArrayList<>();
        for (Segment each : content.segments()) {
            if (each != segment) {
                files.add(each.file());
            }
        }
        return files;
    }

    /** A damaged segment must not get into a snapshot, which would be refused when loaded. */
    private void dropDamaged() throws IOException {
        int count = 0;
        Segment[] all = content.segments();
        while (count < all.length - 1 && all[count].base() < content.floor()) {
            count++;
        }
        drop(count);
    }

    void retain(long olderThanNanos) throws IOException {
        int count = 0;
        Segment[] all = content.segments();
        while (count < all.length - 1
                && all[count].last().written().header().lastIdle() < olderThanNanos) {
            count++;
        }
        drop(count);
        content.moveNetworkFloor(olderThanNanos);
    }

    private void drop(int count) throws IOException {
        if (count == 0) {
            return;
        }
        Segment[] all = content.segments();
        content.dropFirst(count);
        for (int i = 0; i < count; i++) {
            Files.deleteIfExists(all[i].file());
        }
    }

    /** Frees the file being written. */
    void close() throws IOException {
        writer.close();
    }
}
