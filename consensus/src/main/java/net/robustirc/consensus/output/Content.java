package net.robustirc.consensus.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;

/**
 * All that readers look at; a restore puts another one in its place at once. A reader reads the
 * tail first: everything up to it is then found in the segments.
 */
final class Content {
    private volatile Segment[] segments;
    private volatile long tail;
    private volatile long floor;
    private volatile long networkFloor;

    /** The floor but for what readers have found damaged: other nodes still have that. */
    private long kept;

    /**
     * Idle clock before which the command at {@code kept} surely was; until known, the greatest.
     */
    private long keptIdle;

    /**
     * Begins with segments from disk and an open one.
     *
     * @param tail base of the open block
     */
    Content(Segment[] segments, long tail) {
        this.segments = segments;
        this.tail = tail;
        this.kept = segments[0].base();
        this.floor = kept;
        Block.Written first = segments[0].blocks()[0].written();
        this.keptIdle = first == null ? Long.MAX_VALUE : first.header().firstIdle();
    }

    long tail() {
        return tail;
    }

    long floor() {
        return floor;
    }

    long networkFloor() {
        return networkFloor;
    }

    Segment[] segments() {
        return segments;
    }

    Set<Path> files() {
        return Arrays.stream(segments).map(Segment::file).collect(Collectors.toSet());
    }

    /** The block with what follows that id, which is below the tail. */
    Block locate(long id) throws OutputGoneException {
        Segment[] now = segments;
        if (id < floor || id < now[0].base()) {
            throw gone(id);
        }
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
        return now[low].locate(id);
    }

    OutputGoneException gone(long id) {
        return new OutputGoneException(
                "output after id %d is not here: it begins above %d".formatted(id, floor));
    }

    /** A reader found that a block cannot be read: nothing up to its end is here any more. */
    synchronized void lost(Block block) {
        floor = Math.max(floor, block.written().header().lastId());
    }

    /** Writer only. */
    void moveTail(long id, long idleNanos) {
        if (keptIdle == Long.MAX_VALUE) {
            keptIdle = idleNanos;
        }
        tail = id;
    }

    /** Writer only. */
    void add(Segment segment) {
        Segment[] now = segments;
        Segment[] more = Arrays.copyOf(now, now.length + 1);
        more[now.length] = segment;
        segments = more;
    }

    /** Writer only: forgets the oldest segments, but never the one being written. */
    void dropFirst(int count) {
        Segment[] now = segments;
        kept = now[count].base();
        keptIdle = now[count - 1].last().written().header().lastIdle();
        synchronized (this) {
            floor = Math.max(floor, kept);
        }
        segments = Arrays.copyOfRange(now, count, now.length);
    }

    /** Writer only: nobody holds what is older than that any more. */
    void moveNetworkFloor(long olderThanNanos) {
        long id = keptIdle < olderThanNanos ? kept : 0;
        for (Segment segment : segments) {
            for (Block block : segment.blocks()) {
                Block.Written written = block.written();
                if (written == null || written.header().lastIdle() >= olderThanNanos) {
                    networkFloor = Math.max(networkFloor, id);
                    return;
                }
                id = Math.max(id, written.header().lastId());
            }
        }
    }
}
